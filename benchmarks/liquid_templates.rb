# Ruby's side of liquid_templates.py: reads {"templates", "data", "rounds"}, answers seconds.
require "json"
require "liquid"

input = JSON.parse(STDIN.read)
files = Struct.new(:files) do
  def read_template_file(path)
    files.fetch(path)
  end
end
Liquid::Template.file_system = files.new(input["templates"])
Liquid::Template.error_mode = :warn

def best(rounds)
  (1..rounds).map do
    start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    yield
    Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
  end.min
end

page = Liquid::Template.parse(input["templates"]["page"], line_numbers: true)
partials = { cached_partials: {} }
out = page.render!(input["data"], registers: partials)
seconds = best(input["rounds"]) { page.render!(input["data"], registers: partials) }
body = best(input["rounds"]) do
  Liquid::Template.parse(input["templates"]["body"], line_numbers: true).render!(input["data"])
end
puts JSON.generate({ page: seconds, body: body, out: out })
