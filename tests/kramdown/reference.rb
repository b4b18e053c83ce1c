# Real kramdown: a line of JSON [text, options] in, a line of JSON [html] or [null, error] out.
require "json"
require "kramdown"
require "kramdown-parser-gfm"

$stdout.sync = true
$stdin.each_line do |line|
  text, options = JSON.parse(line)
  begin
    answer = [Kramdown::Document.new(text, options).to_html]
  rescue StandardError, SystemStackError => e
    answer = [nil, "#{e.class}: #{e.message}"]
  end
  puts JSON.generate(answer)
end
