# strings.rb FILE: the scalars of a YAML stream, a line each: document, path, text in hexadecimal.
require 'yaml'
NUMBERS = %w[format para c].freeze
def walk(path, key, value)
  case value
  when Hash
    value.each do |k, v|
      raise "#{path}: #{k.inspect}" unless k.is_a?(String)
      walk("#{path}/#{k.unpack1('H*')}", k, v)
    end
  when Array
    value.each_with_index { |v, i| walk("#{path}/#{i}", key, v) }
  else
    raise "#{path}: #{value.inspect}" unless value.is_a?(String) || NUMBERS.include?(key)
    puts "#{path}=#{value.to_s.unpack1('H*')}"
  end
end
YAML.load_stream(File.read(ARGV[0], encoding: 'UTF-8')).each_with_index { |doc, n| walk(n.to_s, '', doc) }
