# A PDF goes through pdftotext: running heads, page numbers and hyphens of the typesetter go, paragraphs are whole again.
. "$TOP/tests/golden/prelude.sh"
mkdir bin
cat >bin/pdftotext <<'END'
#!/bin/sh
# Stands for the real one: the text of its input's second line on, which must be a PDF.
read -r first && case $first in %PDF-*) exec sed 's/<page>/\f/' ;; esac
exit 1
END
chmod +x bin/pdftotext
cat >crane.pdf <<'END'
%PDF-1.7
Harbour Herald 4 June 2020
Harbour Town Takes Down Its Crane
Ada Brandt
The harbour board met on Tuesday to decide whether the old crane should be taken down before the win-
ter storms arrive. Its keeper said she would rather see it painted than melted, and the board agreed with
her in the end, though it was a well-known wreck, and a well-
known landmark.

The winter is near, and the work would have to begin soon. Nobody knows yet who will pay for it, since the
1
<page>Harbour Herald 4 June 2020
port has no money left in its budget for this year.
• A second crane stands in Northport.
It lifts nothing but the stones of the new mole, and its keeper has asked for a painter too, since it is by
now more rust than crane. She was told in March that she would have to wait a year.
Paragraphs that nothing but an indent tells from the last one begin where their first word would have had
room, which the text of a PDF does not say.
2
<page>Harbour Herald 4 June 2020
It is ﬁne, they say.
3
END
PATH="$PWD/bin:$PATH" "$NUTGRAF" convert -q crane.pdf | sed -n '/^title/p;/author/p;/sha256/p;/^body/,/^made/p'
sha256sum crane.pdf | cut -c1-64
printf '%%PDF-' | PATH="$PWD/bin:$PATH" "$NUTGRAF" convert -; echo "status $?"
printf '%%PDF-1.7\n' >scan.pdf
PATH="$PWD/bin:$PATH" "$NUTGRAF" convert scan.pdf; echo "status $?"
mkdir none; PATH="$PWD/none" "$NUTGRAF" convert -q crane.pdf; echo "status $?"
