# Theme files as rows of a C table: awk -f themes/embed.awk themes/*.yaml
FNR == 1 {
	if (NR > 1)
		print "},"
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.yaml$/, "", name)
	printf "{ \"%s\", ", name
}
!/^#/ {
	gsub(/"/, "\\\"")
	print "\"" $0 "\\n\""
}
END {
	print "},"
}
