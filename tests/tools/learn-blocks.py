#!/usr/bin/env python3
"""learn-blocks: learns src/article/tables/blocks.h, the models of which blocks of a page are of the article.

usage: learn-blocks.py DRIVER [-o TABLE] [-k FOLDS] [NAME:]GOLD.jsonl:PAGES[:WEIGHT]...

DRIVER is build/tests/tools/blocks-driver.  GOLD has an object a line with "id", "url" and either "text" (the
article) or "with" and "without" (pieces that are of it and that are not); PAGES holds ID.html.
Pages of one host are always in the same fold.  Every answer that the next step learns from, and every figure
that is printed, is by models that have not seen the page's host.  Needs python3-sklearn.
"""
import argparse, collections, json, lzma, os, re, struct, subprocess, tempfile, urllib.parse, zlib
import numpy as np
import scipy.sparse as sp
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

WORD = re.compile(r"\w+")
OWN, INSIDE, PATH = 47, 48, 49  # the measures the class words' weights make
LEAST_PAGES = 14                # a class word stands on at least so many pages, of at least so many hosts
ap = argparse.ArgumentParser()
ap.add_argument("driver"); ap.add_argument("-o"); ap.add_argument("-k", type=int, default=4)
ap.add_argument("--text", help="writes the cross-validated text there, as NAME/ID.txt")
ap.add_argument("--answers", help="writes the cross-validated answers there")
ap.add_argument("--trees", type=int, nargs=2, default=(70, 70)); ap.add_argument("--leaves", type=int, default=12)
ap.add_argument("sets", nargs="+")
args = ap.parse_args()


def run(*command):
    return [json.loads(x) for x in subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\n") if x]


def grams(tokens):
    return {tuple(tokens[i:i + 4]) for i in range(len(tokens) - 3)}


def by_text(gold, texts):
    tokens = WORD.findall(gold)
    known, line = grams(tokens), {" ".join(WORD.findall(x)) for x in gold.split("\n")}
    all_text = " " + " ".join(tokens) + " "
    words = [WORD.findall(x) for x in texts]
    out = [sum(g in known for g in (tuple(w[i:i + 4]) for i in range(len(w) - 3))) / (len(w) - 3) if len(w) > 3
           else float(f" {' '.join(w)} " in all_text) for w in words]
    sure = [i for i, w in enumerate(words) if len(w) >= 8 and out[i] > .5]
    lo, hi = (sure[0], sure[-1]) if sure else (0, len(words))
    for i, w in enumerate(words):
        if len(w) < 4 and out[i]:
            out[i] = float((" ".join(w) in line and lo - 8 <= i <= hi + 8) or lo < i < hi)
    return [float(x > .5) for x in out]


def by_pieces(good, bad, texts):
    """Labels only where a piece stands; -1 elsewhere."""
    flat = lambda s: re.sub(r"\s+", " ", s).strip()
    good, bad = [flat(x) for x in good], [flat(x) for x in bad]
    return [1. if any(g in t for g in good) else 0. if any(b in t or (len(t) > 20 and t in b) for b in bad) else -1. for t in texts]


class Page:
    pass


pages = []
for spec in args.sets:
    name, gold, folder, weight = (spec.split(":") + ["1"])[:4]
    lines = (lzma.open(gold) if gold.endswith(".xz") else open(gold, "rb")).read().decode().split("\n")
    golds = [g for g in map(json.loads, filter(None, lines)) if "text" in g or "with" in g]
    files = [f"{folder}/{g['id']}.html" for g in golds]
    for g, file, got in zip(golds, files, run(args.driver, "first", *files)):
        p = Page(); p.set, p.id, p.file = name, g["id"], file
        p.fold = zlib.crc32((urllib.parse.urlparse(g.get("url") or "").hostname or g["id"]).removeprefix("www.").encode()) % args.k
        if "fakehost" in (g.get("url") or ""): p.fold = zlib.crc32(g["id"].encode()) % args.k
        p.boxes, p.common = got["boxes"], got["common"]
        p.box = [b[0] for b in got["blocks"]]; p.texts = [b[1] for b in got["blocks"]]
        p.x = np.array([b[2] for b in got["blocks"]], np.float32).reshape(len(p.box), -1)
        p.y = np.array(by_text(g["text"], p.texts) if "text" in g else by_pieces(g["with"], g["without"], p.texts))
        words = np.array([len(WORD.findall(t)) for t in p.texts], float)
        total = words[p.y > .5].sum() or 200
        p.w = float(weight) * (words + 3) / (total + 100) * (p.y >= 0)
        pages.append(p)
pages = [p for p in pages if len(p.box)]
host = collections.defaultdict(set)
for n, p in enumerate(pages):
    for b in p.boxes:
        for t in b[2:]: host[t].add(n)
vocabulary = {t: i for i, t in enumerate(sorted(t for t, s in host.items() if len(s) >= LEAST_PAGES))}
print(f"{len(pages)} pages, {sum(len(p.box) for p in pages)} blocks, {len(vocabulary)} class words", flush=True)


def word_rows(p):
    """Counts of class words on the way from the common box (or the top) down to each block."""
    paths, out = {}, []
    end = p.boxes[p.common][1]
    for box in p.box:
        inside = p.common <= box < end
        key, at, bag = (box, inside), box, collections.Counter()
        if key not in paths:
            while at >= 0 and not (inside and at == p.common):
                bag.update(vocabulary[t] for t in p.boxes[at][2:] if t in vocabulary)
                at = p.boxes[at][0]
            paths[key] = bag
        out.append(paths[key])
    return out


def matrix(bags):
    rows = [i for i, b in enumerate(bags) for _ in b]
    return sp.csr_matrix(([min(v, 2) for b in bags for v in b.values()], (rows, [k for b in bags for k in b])), shape=(len(bags), len(vocabulary)))


def simple(p):
    """A few of the measures in steps, so that the words need not say what they say."""
    out = []
    for col, edges in ((1, (2.5, 3, 3.7, 4.3, 5, 5.5)), (2, (.05, .3, .6, .85)), (0, (1.5, 5.5, 6.5, 9.5, 11.5)), (37, (.5,)), (43, (-1, 0, 1, 5)), (44, (-1, 0, 1, 5)), (45, (-1, 0, 1, 5))):
        out.append(np.digitize(p.x[:, col], edges)[:, None] == np.arange(len(edges) + 1))
    return sp.csr_matrix(np.hstack(out).astype(float))


for p in pages: p.bags = matrix(word_rows(p)); p.simple = simple(p)


def learn_words(some):
    x = sp.vstack([sp.hstack([p.bags, p.simple]) for p in some]).tocsr()
    y, w = np.concatenate([p.y for p in some]), np.concatenate([p.w for p in some])
    keep = w > 0
    model = LogisticRegression(C=.03, solver="liblinear", max_iter=40, tol=1e-3).fit(x[keep], y[keep], sample_weight=w[keep] * keep.sum() / w.sum())
    return np.round(model.coef_[0][:len(vocabulary)], 2)


def put_words(p, weights):
    own, path = np.zeros(len(p.boxes)), np.zeros(len(p.boxes))
    for i, b in enumerate(p.boxes):
        own[i] = sum(weights[vocabulary[t]] for t in b[2:] if t in vocabulary)
        path[i] = own[i] + (path[b[0]] if b[0] >= 0 else 0)
    box = np.array(p.box); end = p.boxes[p.common][1]
    x = p.x.copy()
    x[:, OWN], x[:, PATH] = own[box], path[box]
    x[:, INSIDE] = path[box] - np.where((box >= p.common) & (box < end), path[p.common], 0)
    return x


def learn_trees(some, rows, trees):
    x = np.vstack([rows[p.n] for p in some]); y = np.concatenate([p.y for p in some]); w = np.concatenate([p.w for p in some])
    easy = (y == 0) & (x[:, 2] > .7)  # links outside the text are many and alike: a third of them will do
    w = np.where(easy, 3 * w, w) * (~easy | (np.arange(len(y)) % 3 == 0))
    keep = w > 0
    return HistGradientBoostingClassifier(max_iter=trees, learning_rate=.1, max_leaf_nodes=args.leaves, min_samples_leaf=40, l2_regularization=5, max_bins=96,
                                          early_stopping=False, random_state=0).fit(x[keep], y[keep], sample_weight=w[keep] * keep.sum() / w.sum())


def answers(model, x):
    return model.predict_proba(x)[:, 1]


def ask(mode, p1):
    with tempfile.NamedTemporaryFile() as f:
        for p in pages: f.write(np.asarray(p1[p.n], np.float32).tobytes())
        f.flush()
        return run(args.driver, mode, f.name, *[p.file for p in pages])


for n, p in enumerate(pages): p.n = n
folds = [([p for p in pages if p.fold != k], [p for p in pages if p.fold == k]) for k in range(args.k)]
rows1, p1, p2 = {}, {}, {}
for some, rest in folds:
    weights = learn_words(some)
    for p in rest: rows1[p.n] = put_words(p, weights)
print("words", flush=True)
for some, rest in folds:
    print("fold", flush=True)
    m = learn_trees(some, rows1, args.trees[0])
    for p in rest: p1[p.n] = answers(m, rows1[p.n])
rows2 = {p.n: np.hstack([rows1[p.n], np.array(r["rows"], np.float32)]) for p, r in zip(pages, ask("second", p1))}
for some, rest in folds:
    m = learn_trees(some, rows2, args.trees[1])
    for p in rest: p2[p.n] = answers(m, rows2[p.n])


def loss(q):
    y, w, z = (np.concatenate([np.asarray(f[p.n]) if isinstance(f, dict) else getattr(p, f) for p in pages]) for f in ("y", "w", q))
    z = np.clip(z, 1e-4, 1 - 1e-4)
    return -(w * (y * np.log(z) + (1 - y) * np.log(1 - z)))[w > 0].sum() / w.sum(), ((z > .45) != (y > .5))[w > 0] @ w[w > 0] / w.sum()


print("first model: loss %.4f, wrong %.4f" % loss(p1), "| second: loss %.4f, wrong %.4f" % loss(p2), flush=True)
logit = lambda p: np.log(np.clip(p, 1e-6, 1 - 1e-6) / (1 - np.clip(p, 1e-6, 1 - 1e-6)))
both = {n: 1 / (1 + np.exp(-(logit(p1[n]) + logit(p2[n])) / 2)) for n in p1}  # as html_judge() joins them
print("both: loss %.4f, wrong %.4f" % loss(both), flush=True)
if args.answers:
    with open(args.answers, "wb") as f:
        for p in pages: f.write(np.asarray(both[p.n], np.float32).tobytes())
if args.text:
    for p, text in zip(pages, ask("text", both)):
        os.makedirs(f"{args.text}/{p.set}", exist_ok=True)
        open(f"{args.text}/{p.set}/{p.id}.txt", "w").write(text)


def c_trees(name, model):
    nodes, roots = [], []
    for (tree,) in model._predictors:
        def put(i):
            node, at = tree.nodes[i], len(nodes)
            nodes.append(None)
            if node["is_leaf"]:
                nodes[at] = (node["value"], 0, 0)
            else:
                put(node["left"]); other = len(nodes); put(node["right"])
                nodes[at] = (node["num_threshold"], node["feature_idx"], other - at)
        roots.append(len(nodes)); put(0)
    text = "".join("\t{ %.6gf, %d, %d },\n" % (x, f, o) if "." in "%.6g" % x or "e" in "%.6g" % x else "\t{ %.6g.0f, %d, %d },\n" % (x, f, o) for x, f, o in nodes)
    return (f"#define {name.upper()}_BASE {float(model._baseline_prediction.ravel()[0]):.6g}f\n"
            f"static const struct tree_node {name}_nodes[] = {{\n{text}}};\n"
            f"static const uint16_t {name}_roots[] = {{ {', '.join(map(str, roots))} }};\n")


if args.o:
    weights = learn_words(pages)
    first, second = learn_trees(pages, rows1, args.trees[0]), learn_trees(pages, rows2, args.trees[1])
    words = sorted((t, weights[i]) for t, i in vocabulary.items() if abs(weights[i]) >= .02)
    with open(args.o, "w") as f:
        f.write("/* Two models of which blocks of a page are of the article, and the weights of the words in\n"
                "   class, id, itemprop, role and data-testid, by hash.  Made by tests/tools/learn-blocks.py\n"
                f"   from {len(pages)} pages whose text is known. */\n/* clang-format off */\n"
                "#ifndef ARTICLE_TABLES_BLOCKS_H\n#define ARTICLE_TABLES_BLOCKS_H\n\n" + c_trees("first", first) + c_trees("second", second) +
                "static const struct class_word class_words[] = {\n" + "".join("\t{ %du, %.2ff },\n" % w for w in words) + "};\n\n#endif\n")
    print(f"{args.o}: {len(words)} class words")
