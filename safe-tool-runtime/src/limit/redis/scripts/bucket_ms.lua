-- Charges a token bucket that is kept as the time to live of its own key, in ms.
--
-- A bucket is the time after which it is full again (GCRA, ITU-T I.371), and that
-- is just what Redis keeps for a key that expires. A full bucket is no key at all.
--
-- KEYS[1]  the bucket
-- ARGV     price, tolerance, full; for a lease: interval, tokens
-- Returns how much was spent before: not above `tolerance` if the price was taken.

local spent = redis.call('PTTL', KEYS[1])
if spent == -1 then
    return redis.error_reply('WRONGTYPE the key has no expiry, so it is not a bucket')
end
local absent = spent == -2
local price, tolerance, full = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])

if spent < 0 then
    spent = 0
elseif spent > full then
    -- The server's clock was set back. What that adds is not the caller's debt.
    spent = full
    redis.call('PEXPIRE', KEYS[1], full)
end

if spent <= tolerance and price ~= 0 then
    if ARGV[4] then
        local interval = tonumber(ARGV[4])
        local half = math.floor((full - spent) / interval / 2)
        price = math.max(price, math.min(tonumber(ARGV[5]), half) * interval)
    end
    if not absent then
        -- Not refused when memory is full, as SET would be. Deletes when not positive,
        -- as when tokens are given back.
        redis.call('PEXPIRE', KEYS[1], spent + price)
    elseif price > 0 then
        redis.call('SET', KEYS[1], '', 'PX', price)
    end
end
return spent
