-- Charges a token bucket that is kept as the moment when it is full again, in µs of
-- the server's clock: for rates whose interval is not a whole number of ms.
--
-- KEYS[1]  the bucket
-- ARGV     price, tolerance, full; for a lease: interval, tokens
-- Returns how much was spent before: not above `tolerance` if the price was taken.
--
-- Numbers are doubles, exact to 2^53 µs (the year 2255). They must not be joined to
-- strings, which would keep 14 digits of them.

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local value = redis.call('GET', KEYS[1])
local price, tolerance, full = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

local spent = 0
if value then
    local full_at = tonumber(value)
    if not full_at then
        return redis.error_reply('WRONGTYPE the key does not hold a time, so it is not a bucket')
    end
    spent = math.max(full_at - now, 0)
end

local function keep(debt)
    if debt > 0 then
        redis.call('SET', KEYS[1], now + debt, 'PX', math.ceil(debt / 1000))
    else
        redis.call('DEL', KEYS[1])
    end
end

if spent > full then
    -- The server's clock was set back. What that adds is not the caller's debt.
    spent = full
    keep(spent)
end

if spent <= tolerance and price ~= 0 then
    if ARGV[4] then
        local interval = tonumber(ARGV[4])
        local half = math.floor((full - spent) / interval / 2)
        price = math.max(price, math.min(tonumber(ARGV[5]), half) * interval)
    end
    keep(spent + price)
end
return spent
