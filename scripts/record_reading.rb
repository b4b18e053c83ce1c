# frozen_string_literal: true

# Records what the real Jekyll makes of the cases of reading, of YAML scalars and of slugs, so that
# the tests can do without it: `ruby scripts/record_reading.rb`. Each case is a JSON file that holds
# input and, under "jekyll", what was recorded.

require "base64"
require "csv"
require "fileutils"
require "json"
require "tmpdir"
require "jekyll"

CASES = File.expand_path("../tests/cases", __dir__)

def plain(value)
  case value
  when Jekyll::Excerpt then { "excerpt" => value.content }
  when Time then "time #{value.strftime("%F %T %z")}"
  when Date then "date #{value}"
  when Hash then value.map { |k, v| [k.nil? ? "null" : k.to_s, plain(v)] }.to_h
  when Array then value.map { |v| plain(v) }
  when Float then value.finite? ? value : value.to_s
  when String, Integer, true, false, nil then value
  else value.to_s
  end
end

def document(doc, dest)
  {
    "path" => doc.relative_path, "url" => doc.url, "id" => doc.id, "date" => plain(doc.date),
    "destination" => doc.destination(dest).delete_prefix(dest), "content" => doc.content,
    "data" => plain(doc.data.reject { |k, _| k == "date" }), "written" => doc.write? ? true : false,
    "next" => doc.next_doc&.relative_path, "previous" => doc.previous_doc&.relative_path,
    "related" => doc.related_posts.map(&:relative_path)
  }
end

def reading(site)
  dest = site.dest
  {
    "collections" => site.collections.map do |label, collection|
      [label, {
        "docs" => collection.docs.map { |doc| document(doc, dest) },
        "files" => collection.files.map(&:relative_path), "output" => collection.write?,
        "permalink" => collection.url_template
      }]
    end.to_h,
    "pages" => site.pages.map do |page|
      {
        "path" => page.relative_path, "url" => page.url, "dir" => page.dir,
        "content" => page.content, "data" => plain(page.data), "layout" => plain(page.data["layout"]),
        "destination" => page.destination(dest).delete_prefix(dest)
      }
    end.sort_by { |page| page["path"] },
    "page_names" => site.pages.map(&:name),
    "static_files" => site.static_files.map do |file|
      {
        "path" => file.relative_path, "url" => file.url, "basename" => file.basename,
        "extname" => file.extname, "data" => plain(file.data), "written" => file.write? ? true : false,
        "destination" => file.destination(dest).delete_prefix(dest)
      }
    end,
    "layouts" => site.layouts.map { |n, l| [n, [l.relative_path, plain(l.data), l.content]] }.sort.to_h,
    "data" => plain(site.data),
    "tags" => site.tags.map { |k, v| [k.nil? ? "null" : k.to_s, v.map(&:relative_path)] }.to_h,
    "categories" => site.categories.map { |k, v| [k.nil? ? "null" : k.to_s, v.map(&:relative_path)] }.to_h,
    "documents" => site.documents.map(&:relative_path)
  }
end

def write(source, files)
  files.each do |path, content|
    target = File.join(source, path)
    FileUtils.mkdir_p(File.dirname(target))
    content = Base64.decode64(content["base64"]) if content.is_a?(Hash)
    File.binwrite(target, content)
    File.utime(1_600_000_000, 1_600_000_000, target)
  end
end

def read_site(spec)
  Dir.mktmpdir do |folder|
    source = File.realpath(folder)
    write(source, spec["files"])
    options = { "time" => "2021-06-01 12:00:00 +0000", "disable_disk_cache" => true }
    options.merge!(spec["options"] || {})
    options.merge!("source" => source, "destination" => File.join(source, "_site"))
    ENV["TZ"] = "UTC"
    output = StringIO.new
    $stdout = $stderr = output
    begin
      site = Jekyll::Site.new(Jekyll.configuration(options))
      site.reset
      site.read
      result = reading(site)
    rescue StandardError => e
      result = { "error" => e.message.lines.first.strip.gsub(source, "SOURCE") }
    ensure
      $stdout, $stderr = STDOUT, STDERR
    end
    lines = output.string.gsub(source, "SOURCE").gsub(/\e\[\d+m/, "").lines.map(&:strip)
    result["messages"] = lines.reject(&:empty?)
    result
  end
end

def yaml(text)
  value = Psych.safe_load(text, :permitted_classes => [Date, Time], :aliases => true)
  { "value" => plain(value), "type" => value.is_a?(Hash) ? value.map { |k, v| [k.class, v.class] }.flatten.join(" ") : value.class.to_s }
rescue Psych::Exception, ArgumentError, SystemStackError => e
  { "error" => e.message }
end

# Times are for the gem safe_yaml, which Debian's Jekyll has not, but it only hands them to Ruby.
def time(text)
  plain(DateTime.parse(text).to_time)
rescue ArgumentError
  text
end

def rewrite(pattern)
  Dir[File.join(CASES, pattern)].sort.each do |path|
    spec = JSON.parse(File.read(path))
    yield spec
    File.write(path, "#{JSON.pretty_generate(spec)}\n")
    puts path.delete_prefix("#{CASES}/")
  end
end

# In a process of its own, because Jekyll remembers dates that it has parsed in another zone.
def apart
  reader, writer = IO.pipe
  child = fork do
    reader.close
    writer.write(JSON.generate(yield))
    writer.close
    exit!
  end
  writer.close
  result = JSON.parse(reader.read)
  Process.wait(child)
  result
end

rewrite("read/*.json") { |spec| spec["jekyll"] = apart { read_site(spec) } }
rewrite("safe_yaml/*.json") do |spec|
  ENV["TZ"] = spec["timezone"]
  spec["cases"].each { |one| one["jekyll"] = one["time"] ? time(one["time"]) : yaml(one["yaml"]) }
end
rewrite("slug/*.json") do |spec|
  Jekyll.logger.log_level = :error
  spec["cases"].each do |one|
    one["jekyll"] = Jekyll::Utils.slugify(one["text"], :mode => one["mode"], :cased => one["cased"])
  end
end
rewrite("entry_filter/*.json") do |spec|
  spec["cases"].each { |one| one["jekyll"] = File.fnmatch?(one["pattern"], one["path"]) }
end
rewrite("tables/*.json") do |spec|
  spec["cases"].each do |one|
    rows = CSV.parse(one["text"], :headers => one["headers"], :col_sep => one["separator"])
    one["jekyll"] = plain(rows.map { |row| row.is_a?(CSV::Row) ? row.to_hash : row })
  rescue CSV::MalformedCSVError => e
    one["error"] = e.message
  end
end
rewrite("front_matter/*.json") do |spec|
  spec["cases"].each do |one|
    match = Jekyll::Document::YAML_FRONT_MATTER_REGEXP.match(one["text"])
    one["jekyll"] = match && [match[1], match.post_match]
  end
end
rewrite("configuration/*.json") do |spec|
  spec["cases"].each do |one|
    one["jekyll"] = apart do
      Dir.mktmpdir do |folder|
        source = File.realpath(folder)
        write(source, one["files"])
        Dir.chdir(source)
        ENV["TZ"] = "UTC"
        Jekyll.logger.log_level = :info
        output = StringIO.new
        $stdout = $stderr = output
        begin
          config = Jekyll.configuration(one["overrides"] || {})
          result = { "value" => plain(config.reject { |k, _| %w(source destination).include?(k) }) }
        rescue LoadError, StandardError => e
          result = { "error" => e.message.gsub(source, "SOURCE") }
        end
        text = output.string.gsub(source, "SOURCE").gsub(/\e\[\d+m/, "")
        result.merge("messages" => text.lines.map(&:strip).reject(&:empty?))
      end
    end
  end
end
