-- Charges an exact sliding window: a list of the moments, in µs of the server's
-- clock and in order, at which tokens were taken. A list holds equal moments side by
-- side, so there is no need to make them unique; it never holds more than `limit`.
--
-- KEYS[1]  the log
-- ARGV     limit, per, cost (not above the limit)
-- Returns the tokens that remain, or minus the µs until there are enough.

local key = KEYS[1]
local limit, per, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local held = redis.call('LLEN', key)

local function at(index)
    return tonumber(redis.call('LINDEX', key, index))
end

local function expire()
    redis.call('PEXPIRE', key, math.ceil(per / 1000))
end

if held > 0 then
    local back = at(-1) - now
    if back > 0 then
        -- The server's clock was set back. Move the log along, its latest entry to
        -- now: distances stay, so nothing is gained, and nothing is in the future.
        -- Append before removing: what memory forbids, it forbids before any change.
        for _, moment in ipairs(redis.call('LRANGE', key, 0, -1)) do
            redis.call('RPUSH', key, tonumber(moment) - back)
        end
        redis.call('LTRIM', key, held, -1)
        expire()
    end
end

-- How many entries have left the window: the first that is inside is at `gone`.
-- Doubled steps and then halved ones, so that a long log costs few reads.
local edge = now - per
local gone = 0
if held > 0 and at(0) <= edge then
    local low, high = 0, 1
    while high < held and at(high) <= edge do
        low, high = high, high * 2
    end
    high = math.min(high, held)
    while high - low > 1 do
        local middle = math.floor((low + high) / 2)
        if at(middle) <= edge then low = middle else high = middle end
    end
    gone = high
end

local live = held - gone
local missing = live + cost - limit
if missing > 0 then
    return -(at(gone + missing - 1) - edge)
end
if cost > 0 then
    if gone > 0 then
        redis.call('LTRIM', key, gone, -1)
    end
    for _ = 1, cost do
        redis.call('RPUSH', key, now)
    end
    expire()
end
return limit - live - cost
