-- The sliding log of the textbooks: a sorted set of the moments of the calls, which
-- the caller tells in µs.
--
-- KEYS[1]  the log
-- ARGV     now, window in µs, limit
-- Returns whether the call is allowed.

local key = KEYS[1]
local now, window, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', key, 0, now - window)
if redis.call('ZCARD', key) >= limit then
    return 0
end
redis.call('ZADD', key, now, ARGV[1])
redis.call('EXPIRE', key, math.ceil(window / 1000000))
return 1
