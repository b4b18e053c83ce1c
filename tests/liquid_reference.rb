# Ruby's Liquid behind one JSON request a line: {"source", "data", "templates", "mode"}.
# Debian's is 5.4; where 4.0.4 is known to differ it is made to do as 4.0.4.
require "json"
require "liquid"
require "time"

module Liquid
  module StandardFilters
    def newline_to_br(input)
      input.to_s.gsub(/\n/, "<br />\n")
    end

    def truncatewords(input, words = 15, truncate_string = "...")
      return if input.nil?
      wordlist = input.to_s.split
      words = Utils.to_integer(words)
      l = words - 1
      l = 0 if l < 0
      wordlist.length > l ? wordlist[0..l].join(" ") + truncate_string.to_s : input
    end
  end

  class For
    def collection_segment(context)
      offsets = context.registers[:for] ||= {}
      from = @from == :continue ? offsets[@name].to_i : context.evaluate(@from).to_i
      collection = context.evaluate(@collection_name)
      collection = collection.to_a if collection.is_a?(Range)
      limit = context.evaluate(@limit)
      to = limit ? limit.to_i + from : nil
      segment = Utils.slice_collection(collection, from, to)
      segment.reverse! if @reversed
      offsets[@name] = from + segment.length
      segment
    end
  end

  class Case
    def render_to_output_buffer(context, output)
      unmatched = true
      @blocks.each do |block|
        if block.else?
          return block.attachment.render_to_output_buffer(context, output) if unmatched
        elsif block.evaluate(context)
          unmatched = false
          block.attachment.render_to_output_buffer(context, output)
        end
      end
      output
    end
  end

  [TableRow, Ifchanged].each do |tag|
    tag.prepend(Module.new do
      def render_to_output_buffer(context, output)
        blank? ? (super(context, +""); output) : super
      end
    end)
  end
end

Templates = Struct.new(:files) do
  def read_template_file(path)
    files.fetch(path) { raise Liquid::FileSystemError, "No such template '#{path}'" }
  end
end

def revive(value)
  case value
  when Array then value.map { |each| revive(each) }
  when Hash
    return Time.at(value["$time"]).utc if value.key?("$time")
    return Time.at(value["$local"]).localtime(value["$offset"]) if value.key?("$local")
    return Date.parse(value["$date"]) if value.key?("$date")
    return value["$float"].to_f if value.key?("$float")
    value.transform_values { |each| revive(each) }
  else value
  end
end

answers = STDOUT.dup
answers.sync = true
STDOUT.reopen(STDERR)
Encoding.default_external = "utf-8"
STDIN.each_line do |line|
  request = JSON.parse(line)
  begin
    Liquid::Template.file_system = Templates.new(request["templates"] || {})
    template = Liquid::Template.parse(
      request["source"], line_numbers: true, error_mode: (request["mode"] || "warn").to_sym
    )
    answer = { warnings: template.warnings.map(&:message) }
    answer[:out] = template.render!(revive(request["data"] || {}))
  rescue StandardError, SystemStackError, FrozenError => error
    answer = { error: error.message.lines.first.to_s.chomp, kind: error.class.name }
  end
  begin
    answers.puts(JSON.generate(answer))
  rescue StandardError
    answers.puts(JSON.generate({ error: "not UTF-8", kind: "Encoding" }))
  end
end
