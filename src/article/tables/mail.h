/* What newsletters say around their text, and programs before a subject, in lower case.  Made by hand from the phrases
   that mailing programs put there by themselves. */
#ifndef ARTICLE_TABLES_MAIL_H
#define ARTICLE_TABLES_MAIL_H

/* Before the subject of what answers or passes on, each with a colon after it. */
static const char *const mail_marks[] = { "re", "r", "i", "fw", "fwd", "aw", "antw", "antwort",
	"wg", "sv", "vs", "vb", "vl", "tr", "rv", "rif", "enc", "res", "odp", "pd",
	"doorst", "ynt", "ilt", "回复", "回覆", "答复", "转发", "轉寄" };

/* Above it. */
static const char *const mail_tops[] = { "in your browser", "in a browser", "in browser",
	"view online", "web version", "webversion", "view this email",
	"view this message", "read online", "im browser", "online-version",
	"dans votre navigateur", "version en ligne", "en su navegador", "en tu navegador",
	"in je browser", "nel browser", "forwarded this email",
	"forwarded this newsletter", "was this email forwarded",
	"weitergeleitet bekommen", "trouble viewing this", "not displaying correctly",
	"does not display correctly", "nicht korrekt angezeigt", "nicht richtig angezeigt",
	"ne s'affiche pas", "ne s’affiche pas", "non visualizzi correttamente",
	"no puedes ver este", "no puede ver este", "não consegue visualizar",
	"niet goed weergegeven" };

/* Below it; what follows goes as well. */
static const char *const mail_ends[] = { "unsubscribe", "opt out", "opt-out",
	"manage your preferences", "update your preferences", "manage your subscription",
	"manage preferences", "email preferences", "subscription settings",
	"you are receiving this", "you're receiving this", "you received this",
	"this email was sent to", "this message was sent to", "no longer wish to receive",
	"to change your subscription", "mailing list info", "abbestellen", "abmelden",
	"austragen", "désabonner", "désinscrire", "se désabonner", "darse de baja",
	"cancelar suscrip", "cancelar la suscrip", "uitschrijven", "afmelden",
	"disiscriver", "cancella iscrizione", "ne plus recevoir",
	"souhaitez plus recevoir", "più ricevere", "no deseas recibir", "no desea recibir",
	"dejar de recibir", "deixar de receber", "não deseja mais receber",
	"nicht mehr erhalten", "keine weiteren e-mails", "keinen newsletter mehr",
	"niet meer ontvangen", "avregistrera", "afmeld", "отписаться", "退订", "退訂",
	"配信停止", "wypisać się", "rezygnacj" };

/* How a letter closes, above the name of who wrote it; a comma or a line's end follows. */
static const char *const mail_closings[] = { "best regards", "kind regards",
	"warm regards", "with best regards", "with kind regards", "regards",
	"all the best", "best wishes", "best", "cheers", "many thanks", "thanks",
	"yours sincerely", "sincerely", "mit freundlichen grüßen", "freundliche grüße",
	"viele grüße", "beste grüße", "herzliche grüße", "liebe grüße", "cordialement",
	"bien cordialement", "bien à vous", "saludos", "un saludo", "saludos cordiales",
	"atentamente" };

/* Between dashes, above the mail that one answers. */
static const char *const mail_answered[] = { "original message", "original mail", "ursprüngliche nachricht",
	"originalnachricht", "original-nachricht", "message d'origine", "message original", "mensaje original",
	"mensagem original", "messaggio originale", "oorspronkelijk bericht", "ursprungligt meddelande" };

#endif
