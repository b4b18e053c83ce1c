# Prints what the real Jekyll reads from a site, as JSON: `ruby record.rb SOURCE [KEY=VALUE ...]`.
require "json"
require "jekyll"

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

source = File.expand_path(ARGV.shift)
options = { "source" => source, "destination" => File.join(source, "_site"),
            "disable_disk_cache" => true }
ARGV.each do |argument|
  key, value = argument.split("=", 2)
  options[key] = JSON.parse(value)
end
$stderr = $stdout = StringIO.new
begin
  site = Jekyll::Site.new(Jekyll.configuration(options))
  site.reset
  site.read
  dest = site.dest
  show = lambda { |path| path.sub(dest, "") }
  doc = lambda do |d|
    { "path" => d.relative_path, "url" => d.url, "id" => d.id, "date" => plain(d.date),
      "destination" => show.(d.destination(dest)), "content" => d.content,
      "data" => plain(d.data.reject { |k, _| %w(date).include?(k) }),
      "written" => d.write? ? true : false, "next" => d.next_doc&.relative_path,
      "previous" => d.previous_doc&.relative_path,
      "related" => d.related_posts.map(&:relative_path) }
  end
  result = {
    "collections" => site.collections.map do |label, c|
      [label, { "docs" => c.docs.map(&doc), "files" => c.files.map(&:relative_path),
                "output" => c.write?, "permalink" => c.url_template }]
    end.to_h,
    "pages" => site.pages.map do |p|
      { "path" => p.relative_path, "url" => p.url, "dir" => p.dir, "content" => p.content,
        "destination" => show.(p.destination(dest)), "data" => plain(p.data),
        "layout" => plain(p.data["layout"]) }
    end.sort_by { |p| p["path"] },
    "page_names" => site.pages.map(&:name),
    "static_files" => site.static_files.map do |f|
      { "path" => f.relative_path, "url" => f.url, "destination" => show.(f.destination(dest)),
        "basename" => f.basename, "extname" => f.extname, "data" => plain(f.data),
        "written" => f.write? ? true : false }
    end,
    "layouts" => site.layouts.map { |n, l| [n, [l.relative_path, plain(l.data), l.content]] }.sort.to_h,
    "data" => plain(site.data),
    "tags" => site.tags.map { |k, v| [k.to_s, v.map(&:relative_path)] }.to_h,
    "categories" => site.categories.map { |k, v| [k.to_s, v.map(&:relative_path)] }.to_h,
    "documents" => site.documents.map(&:relative_path),
    "config" => plain(site.config.reject { |k, _| %w(source destination disable_disk_cache).include?(k) }),
  }
rescue Exception => e
  result = { "error" => "#{e.class}: #{e.message.gsub(source, "SOURCE")}" }
end
messages = $stderr.string.gsub(source, "SOURCE").gsub(/\e\[\d+m/, "").lines.map(&:rstrip)
result["messages"] = messages.map(&:strip).reject(&:empty?)
STDOUT.puts JSON.pretty_generate(result)
