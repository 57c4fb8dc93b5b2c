# strings.pl FILE: the scalars of a YAML stream, a line each: document, path, text in hexadecimal.
use strict;
use warnings;
use YAML::XS ();
sub hex_of { my $s = shift; utf8::encode($s); return unpack 'H*', $s }
sub walk {
	my ($path, $value) = @_;
	if (ref $value eq 'HASH') { walk($path . '/' . hex_of($_), $value->{$_}) for keys %$value }
	elsif (ref $value eq 'ARRAY') { walk("$path/$_", $value->[$_]) for 0 .. $#$value }
	elsif (!defined $value || ref $value) { die "$path: no string" }
	else { print $path . '=' . hex_of($value) . "\n" }
}
open my $file, '<:raw', $ARGV[0] or die "$ARGV[0]: $!";
my @docs = YAML::XS::Load(do { local $/; <$file> });
walk($_, $docs[$_]) for 0 .. $#docs;
