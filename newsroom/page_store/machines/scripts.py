"""What Redis does in one go (Lua), for the table and for turns. KEYS[1] is the table, or a turn.

The table is a hash: `name`, `last` (the last raise), `marks` (how many are open), `open` (their numbers), `m` and a
number (the places of a mark), a place (the last raise there), `p` and a place (how many marks it has).
"""

CHUNK = 1000  # arguments that Lua may hand on at a time, and more than any page has

# name, places of the first raise: everything kept before it is old
BEGIN = """
redis.call('UNLINK', KEYS[1])
redis.call('HSET', KEYS[1], 'name', ARGV[1], 'last', ARGV[2], 'marks', 0, 'open', '', ARGV[3], ARGV[2])
return 1
"""

# name, noted, places
ARE_CURRENT = f"""
local now = redis.call('HMGET', KEYS[1], 'name', 'marks')
if now[1] ~= ARGV[1] then return 0 end
local noted = tonumber(ARGV[2])
for first = 3, #ARGV, {CHUNK} do
  local last = math.min(first + {CHUNK} - 1, #ARGV)
  local raised = redis.call('HMGET', KEYS[1], unpack(ARGV, first, last))
  for _, number in ipairs(raised) do
    if number and tonumber(number) > noted then return 0 end
  end
  if now[2] ~= '0' then
    local names = {{}}
    for at = first, last do names[#names + 1] = 'p' .. ARGV[at] end
    for _, count in ipairs(redis.call('HMGET', KEYS[1], unpack(names))) do
      if count then return 0 end
    end
  end
end
return 1
"""

# name, number of the mark, places
MARK = """
if redis.call('HGET', KEYS[1], 'name') ~= ARGV[1] then return 0 end
local places = {}
for at = 3, #ARGV do places[#places + 1] = ARGV[at] end
if redis.call('HSETNX', KEYS[1], 'm' .. ARGV[2], table.concat(places, ' ')) == 0 then return 1 end
redis.call('HINCRBY', KEYS[1], 'marks', 1)
redis.call('HSET', KEYS[1], 'open', redis.call('HGET', KEYS[1], 'open') .. ' ' .. ARGV[2])
for _, place in ipairs(places) do redis.call('HINCRBY', KEYS[1], 'p' .. place, 1) end
return 1
"""

# number of the mark, places: those of the mark are raised, and these where there is no such mark
RAISE = """
if redis.call('HEXISTS', KEYS[1], 'name') == 0 then return 0 end
local marked, places = redis.call('HGET', KEYS[1], 'm' .. ARGV[1]), {}
if marked then
  for place in string.gmatch(marked, '%d+') do places[#places + 1] = place end
else
  for at = 2, #ARGV do places[#places + 1] = ARGV[at] end
end
if #places == 0 and not marked then return 0 end
local last = redis.call('HINCRBY', KEYS[1], 'last', 1)
for _, place in ipairs(places) do redis.call('HSET', KEYS[1], place, last) end
if marked then
  for _, place in ipairs(places) do
    if redis.call('HINCRBY', KEYS[1], 'p' .. place, -1) <= 0 then redis.call('HDEL', KEYS[1], 'p' .. place) end
  end
  redis.call('HDEL', KEYS[1], 'm' .. ARGV[1])
  local left = {}
  for number in string.gmatch(redis.call('HGET', KEYS[1], 'open'), '%d+') do
    if number ~= ARGV[1] then left[#left + 1] = number end
  end
  redis.call('HSET', KEYS[1], 'open', table.concat(left, ' '), 'marks', #left)
end
return 1
"""

# token: only who holds a turn lets go of it
LET_GO = """
if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end
return 0
"""

# the entry, its seconds, now, how many are kept: KEYS are the entry and the list of those kept
KEEP = """
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[2])
redis.call('ZADD', KEYS[2], ARGV[3], KEYS[1])
redis.call('EXPIRE', KEYS[2], 172800)
local over = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[4])
if over > 0 then
  for _, name in ipairs(redis.call('ZRANGE', KEYS[2], 0, math.min(over, 100) - 1)) do
    redis.call('UNLINK', name)
    redis.call('ZREM', KEYS[2], name)
  end
end
return 1
"""
