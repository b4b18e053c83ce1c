# Renders tests/cases/filters/cases.yml with the installed Jekyll and writes down what it printed.
require "jekyll"
require "json"
require "tmpdir"
Jekyll.logger.log_level = :error
folder = File.expand_path("../tests/cases/filters", __dir__)
load = -> { YAML.safe_load(File.read("#{folder}/cases.yml"), :permitted_classes => [Date, Time], :aliases => true) }
recorded = load.call["configurations"].map do |overrides|
  ENV["TZ"] = overrides["timezone"] || "UTC"
  Jekyll::Utils.instance_variable_set(:@parse_date_cache, nil)
  cases = load.call
  settings = { "time" => "2020-02-03 04:05:06 UTC", "quiet" => true, "disable_disk_cache" => true, "source" => Dir.mktmpdir }
  site = Jekyll::Site.new(Jekyll.configuration(settings.merge(overrides)))
  results = cases["templates"].map do |template|
    payload = site.site_payload
    cases["data"].each { |key, value| payload[key] = value }
    begin
      { "output" => Liquid::Template.parse(template).render!(payload, :registers => { :site => site }) }
    rescue StandardError => e
      { "error" => e.class.name.split("::").last, "message" => e.message }
    end
  end
  results
end
File.write("#{folder}/expected.json", JSON.pretty_generate({ "jekyll" => Jekyll::VERSION, "liquid" => Liquid::VERSION, "results" => recorded }) + "\n")
