# What Ruby makes of dates, for tests/cases/liquid/dates.json and strftime.json.
#   ruby dates_reference.rb parse    < ["text", ...]           > [[text, "printed", microseconds] or [text, null], ...]
#   ruby dates_reference.rb strftime < [[layout, kind, seconds, microseconds], ...]
#                                                               > [[layout, kind, seconds, microseconds, "printed" or null], ...]
# kind: local (Europe/Berlin), utc, offset (-03:30), date. Now is 1700000000.
require "date"
require "json"
require "time"

ENV["TZ"] = "Europe/Berlin"
input = JSON.parse(STDIN.read)
rows = input.map do |row|
  if ARGV[0] == "parse"
    begin
      time = Time.parse(row, Time.at(1_700_000_000))
      [row, time.to_s, time.nsec / 1000]
    rescue ArgumentError
      [row, nil]
    end
  else
    layout, kind, seconds, microseconds = row
    time = Time.at(seconds, microseconds)
    value = { "local" => time, "utc" => time.getutc, "offset" => time.getlocal(-12_600), "date" => time.to_date }[kind]
    printed = begin
      value.strftime(layout)
    rescue ArgumentError
      nil
    end
    [layout, kind, seconds, microseconds, printed]
  end
end
puts "[", rows.map { |row| "  #{JSON.generate(row)}" }.join(",\n"), "]"
