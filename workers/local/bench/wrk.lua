local body = os.getenv('BODY')
local run = os.getenv('RUN')
local n = 0

function init()
  for name, value in string.gmatch(os.getenv('HEADERS'), '([^\n]-): ([^\n]*)\n') do
    wrk.headers[name] = value
  end
  if body ~= '' then wrk.method = 'POST' end
end

function request()
  if body == '' then return wrk.format() end
  n = n + 1
  local text = body:gsub('{n}', run .. n):gsub('{m}', tostring(1 + n % 10000))
  return wrk.format(nil, nil, nil, text)
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format('\nRESULT {"requests":%d,"micros":%d,"p50":%f,"p99":%f,"failed":%d}', summary.requests,
    summary.duration, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
