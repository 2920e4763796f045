#!/usr/bin/env python3
"""One passage, typed in another way: how many of its characters are still found?

    bench/retype.py --out DIR [--syndic PATH] [--seed 1]

Every case is a pair of texts with nothing in common but one passage, which the second text types in
another way: straight quotes, capitals, soft hyphens, another normal form, wrong letters ... Writes
DIR/<case>/a.txt, b.txt and truth.json; with --syndic (or `syndic` found on the path) runs
`syndic compare -f json a.txt b.txt` on each and prints the share of the passage's characters found in
both. Exit 1 when a case falls below its mark: 0.97, or 0.90 where many letters are wrong.
"""

import argparse
import json
import os
import random as seeded
import shutil
import subprocess
import sys
import unicodedata

import texts

COUNTED = ("verbatim", "edited", "reworded")

# language: (passage, (words before and behind it in the first text), (the same in the second))
STORIES = {
    "english": (
        "“I won’t sign a paper that nobody has let me read,” said Marguerite Oduya, the harbour master’s "
        "deputy, when the council met again on 14 November. The night-shift workers’ union had asked for a "
        "twelve-month contract; the owners offered seven – and even that, Oduya pointed out, “only until the "
        "new cranes arrive”. Nobody answered her. A well-known arbiter from Trondheim, who hadn’t spoken all "
        "evening, closed his notebook and left the room. By midnight the vote stood at 11 to 9, with two "
        "councillors absent — one of them, it turned out, asleep in his car.",
        ("Rain fell on the market square for the third day. Traders covered their baskets with plastic sheets.",
         "Fishing boats will leave on Thursday if the wind drops. Prices for herring rose a little."),
        ("Our reporter visited the town hall to learn how a small port decides its future.",
         "Readers who remember the strike of their grandparents may write to this page.")),
    "french": (
        "« Je n’ai jamais vu autant d’eau dans cette vallée », raconte Élodie Peyrac, bergère depuis trente-deux "
        "ans au-dessus de Saint-Béat. Le pont de pierre, qu’on croyait éternel, a cédé vers cinq heures du matin, "
        "emportant avec lui la conduite d’eau potable et deux lampadaires. Les élèves de l’école maternelle "
        "ont été accueillis à la salle des fêtes, où l’on distribuait du café, des couvertures et quelques "
        "pommes. À midi, le préfet promettait une réparation « dans l’année » ; personne, parmi les habitants "
        "rassemblés sous le préau, n’avait l’air d’y croire vraiment.",
        ("Le marché de Noël ouvrira samedi prochain, malgré le froid annoncé par les météorologues.",
         "Une collecte de vêtements aura lieu devant la mairie toute la semaine."),
        ("Notre correspondante a passé deux journées entières auprès des familles sinistrées.",
         "La route départementale demeure fermée aux poids lourds jusqu’à nouvel ordre.")),
    "russian": (
        "«Мы просили только одного: чтобы нам показали смету», — рассказала Вера Лопатина, бывшая учительница "
        "географии из посёлка Заозёрный. По её словам, старую водонапорную башню закрыли ещё весной, однако "
        "новую так и не достроили, и жители трёх улиц носят воду вёдрами из колодца возле железнодорожной "
        "станции. Глава района пообещал, что насосы привезут до первых морозов. Подрядчик, который получил "
        "аванс в 18 миллионов рублей, на звонки не отвечает, а в его конторе, по словам соседей, с августа "
        "горит свет, но никто не открывает дверь. Прокуратура начала проверку в прошлый четверг.",
        ("Вчера в городской библиотеке открылась выставка редких карт и путеводителей.",
         "Следующий номер газеты выйдет после праздников, подписка продолжается."),
        ("Корреспондент побывал там накануне снегопада и поговорил с местными стариками.",
         "Редакция направила запрос ответственным чиновникам и ждёт письма.")),
    "arabic": (
        "قالت المهندسة سلمى الحداد إن الجسر القديم لم يُفحص منذ تسع سنوات، وإن البلدية تجاهلت ثلاثة تقارير متتالية "
        "حذّرت من تشقق أعمدته. وأضافت أن الشاحنات الثقيلة ظلت تعبره كل ليلة رغم اللافتة التي تمنع مرورها، وأن سكان "
        "الحي القريب سمعوا صوت انهيار جزء منه قبل الفجر بقليل. ولم يُصب أحد بأذى، غير أن ستين عائلة بقيت بلا ماء "
        "يومين كاملين حتى أصلح العمال الأنبوب المكسور. ووعد رئيس البلدية بتشكيل لجنة تحقيق مستقلة، لكنه رفض أن يحدد "
        "موعدًا لإعلان نتائجها أو أن يجيب عن أسئلة الصحفيين الذين انتظروه أمام مكتبه حتى المساء.",
        ("تستعد المدينة لاستقبال معرض الكتاب السنوي في قاعاته الجديدة.",
         "وتنشر الصحيفة غدًا صورًا أرسلها القراء من شواطئ الشمال."),
        ("زار مراسلنا الضفة الشرقية للنهر والتقى عددًا من أصحاب المتاجر.",
         "أما المدارس هناك فقد عادت الدراسة فيها صباح الأحد كالمعتاد.")),
    "chinese": (
        "港务局副局长林月华星期二晚上表示，旧码头的三台起重机已经停用四个月，维修费用却一直没有人承担。她说，去年春天曾两次写信"
        "给承包商，要求对方派人检查钢缆，可是只收到一张没有签名的收据。“我们不是要追究谁的责任，”她在会后告诉记者，“我们只想知道"
        "什么时候才能重新卸货。”据当地渔民回忆，出事那天清晨海面起了大雾，一艘运煤船险些撞上防波堤，幸好值班的灯塔看守及时拉响了"
        "汽笛。市政府承诺在明年6月底以前完成全部工程，预算大约为2300万元，但还没有公布招标日期。码头附近的十七家小店因为没有客人，"
        "已经有一半关上了门。",
        ("本市图书馆将从下周起延长开放时间。读者可以借阅更多画册。", "天气预报说周末会有小雪，请大家注意保暖。"),
        ("本报摄影师走访了沿岸几个村庄，拍下许多珍贵照片。", "编辑部欢迎居民来信讲述自己的故事。")),
    "thai": (
        "นางสาวพิมพ์ชนก ศรีวารี วิศวกรประจำเทศบาล กล่าวเมื่อวันอังคารว่า สะพานไม้ข้ามคลองหลังตลาดเก่าชำรุดมาตั้งแต่ปีที่แล้ว "
        "แต่ยังไม่มีหน่วยงานใดรับผิดชอบค่าซ่อม ชาวบ้านต้องพายเรือไปส่งลูกหลานที่โรงเรียนทุกเช้า และคนชราบางคนไม่ได้ออกจากบ้าน"
        "มานานหลายสัปดาห์ เธอบอกว่าได้ส่งหนังสือถึงผู้รับเหมาแล้วสามครั้ง ทว่าได้รับคำตอบเพียงว่าให้รอฤดูแล้ง "
        "นายกเทศมนตรีรับปากว่าจะสร้างสะพานเหล็กให้เสร็จก่อนสงกรานต์ โดยใช้งบประมาณราวสี่ล้านบาท",
        ("ตลาดนัดวันเสาร์ย้ายไปจัดริมสวนสาธารณะแห่งใหม่", "พยากรณ์อากาศแจ้งว่าฝนจะตกหนักทางภาคใต้"),
        ("ผู้สื่อข่าวลงพื้นที่สำรวจหมู่บ้านใกล้แม่น้ำสายเล็ก", "ห้องสมุดประชาชนเปิดรับบริจาคหนังสือการ์ตูนเก่า")),
}

QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "«": '"', "»": '"'})
DASHES = str.maketrans({"–": "—", "—": "―", "-": "\u2010"})
LOOK_ALIKES = {"a": "а", "c": "с", "e": "е", "i": "і", "o": "о", "p": "р", "x": "х", "y": "у",
               "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х"}


def keep(text, random):
    return text


def straight_quotes(text, random):
    return text.translate(QUOTES)


def capitals(text, random):
    return text.upper()


def hard_spaces(text, random):
    return text.replace(" ", "\u00a0")


def between_letters(text, random, share, mark):
    """Puts the mark between some neighbouring letters."""
    out = []
    for letter, following in zip(text, text[1:] + " "):
        out.append(letter)
        if letter.isalpha() and following.isalpha() and random.random() < share:
            out.append(mark)
    return "".join(out)


def soft_hyphens(text, random):
    return between_letters(text, random, 0.25, "\u00ad")


def zero_width(text, random):
    return between_letters(text, random, 0.25, random.choice("\u200b\u2060\ufeff"))


def full_width(text, random):
    return "".join(chr(ord(c) + 0xFEE0) if c.isalnum() and c.isascii() else c for c in text)


def line_end_hyphens(text, random, columns=38):
    """Sets the text in narrow lines; a word that does not fit is broken with a hyphen."""
    lines, line = [], ""
    for word in text.split():
        room = columns - len(line) - 2
        if line and len(line) + 1 + len(word) > columns:
            if word.isalpha() and len(word) >= 6 and room >= 3:
                cut = min(room, len(word) - 3)
                lines.append(f"{line} {word[:cut]}-")
                line = word[cut:]
            else:
                lines.append(line)
                line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join(lines + [line])


def decomposed(text, random):
    return unicodedata.normalize("NFD", text)


def other_dashes(text, random):
    return text.translate(DASHES)


def wrong_letters(text, random, share):
    """Exactly that share of the letters, each replaced by another of the text's own."""
    places = [i for i, letter in enumerate(text) if letter.isalpha()]
    letters = sorted({letter.lower() for letter in text if letter.isalpha()})
    out = list(text)
    for i in random.sample(places, round(share * len(places))):
        out[i] = random.choice([letter for letter in letters if letter != text[i].lower()])
    return "".join(out)


def two_percent(text, random):
    return wrong_letters(text, random, 0.02)


def five_percent(text, random):
    return wrong_letters(text, random, 0.05)


def some_look_alikes(text, random):
    return "".join(LOOK_ALIKES.get(c, c) if random.random() < 0.5 else c for c in text)


def all_look_alikes(text, random):
    return "".join(LOOK_ALIKES.get(c, c) for c in text)


def broken_lines(text, random, columns=20):
    """A script without spaces, set in lines of so many characters."""
    return "\n".join(text[i:i + columns] for i in range(0, len(text), columns))


# (case, language, how the second text types the passage, the share of characters that must be found)
CASES = (
    ("english-as-it-is", "english", keep, 0.97),
    ("straight-quotes", "english", straight_quotes, 0.97),
    ("all-caps", "english", capitals, 0.97),
    ("nbsp", "english", hard_spaces, 0.97),
    ("soft-hyphens", "english", soft_hyphens, 0.97),
    ("zero-width", "english", zero_width, 0.97),
    ("full-width", "english", full_width, 0.97),
    ("line-end-hyphens", "english", line_end_hyphens, 0.97),
    ("other-dashes", "english", other_dashes, 0.97),
    ("wrong-letters-2", "english", two_percent, 0.97),
    ("wrong-letters-5", "english", five_percent, 0.90),
    ("look-alikes-half", "english", some_look_alikes, 0.90),
    ("look-alikes-all", "english", all_look_alikes, 0.90),
    ("french-as-it-is", "french", keep, 0.97),
    ("french-nfd", "french", decomposed, 0.97),
    ("french-straight-quotes", "french", straight_quotes, 0.97),
    ("french-all-caps", "french", capitals, 0.97),
    ("french-line-end-hyphens", "french", line_end_hyphens, 0.97),
    ("russian-as-it-is", "russian", keep, 0.97),
    ("russian-all-caps", "russian", capitals, 0.97),
    ("russian-nfd", "russian", decomposed, 0.97),
    ("russian-wrong-letters-2", "russian", two_percent, 0.97),
    ("arabic-as-it-is", "arabic", keep, 0.97),
    ("arabic-nfd", "arabic", decomposed, 0.97),
    ("chinese-as-it-is", "chinese", keep, 0.97),
    ("chinese-full-width", "chinese", full_width, 0.97),
    ("chinese-broken-lines", "chinese", broken_lines, 0.97),
    ("thai-as-it-is", "thai", keep, 0.97),
    ("thai-zero-width", "thai", zero_width, 0.97),
)


def make_pair(language, type_again, random):
    """The two texts and the passage's span in each."""
    passage, first, second = STORIES[language]
    texts_and_spans = []
    for (before, behind), typed in ((first, passage), (second, type_again(passage, random))):
        body = f"{before}\n\n{typed}\n\n{behind}\n"
        begin = len(before) + 2
        texts_and_spans.append((body, texts.with_bytes(body, begin, begin + len(typed))))
    return texts_and_spans


def write_pair(folder, pair):
    os.makedirs(folder, exist_ok=True)
    for name, (body, _) in zip(("a.txt", "b.txt"), pair):
        texts.write_article(folder, name, body)
    with open(os.path.join(folder, "truth.json"), "w", encoding="utf-8") as file:
        json.dump({name: span for name, (_, span) in zip("ab", pair)}, file)


def found_share(result, pair):
    """The share of the passage's letters, marks and digits that lie in a match, over both texts."""
    spans = {"a": [], "b": []}
    for pair_found in result["pairs"]:
        swapped = os.path.basename(pair_found["a"]) == "b.txt"
        for match in pair_found["matches"]:
            if match["kind"] in COUNTED:
                for side in "ab":
                    spans["ba"["ab".index(side)] if swapped else side].append((match[side]["cbegin"], match[side]["cend"]))
    total = hit = outside = 0
    for side, (body, truth) in zip("ab", pair):
        begin, end = texts.trim(body, truth["cbegin"], truth["cend"])
        total += end - begin
        hit += texts.covered(spans[side], begin, end)
        outside += texts.covered(spans[side], 0, begin) + texts.covered(spans[side], end, len(body))
    return hit / total, outside, max(len(found) for found in spans.values())


def run_case(syndic, folder, pair):
    run = subprocess.run([syndic, "compare", "-f", "json", os.path.join(folder, "a.txt"), os.path.join(folder, "b.txt")],
                         capture_output=True)
    if run.returncode != 0:
        texts.fail("retype", f"{folder}: {run.stderr.decode(errors='replace').strip()}")
    return found_share(json.loads(run.stdout), pair)


def options():
    parser = argparse.ArgumentParser(description="Types one passage in many ways and looks for it.")
    parser.add_argument("--out", required=True, help="the folder to write")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--syndic", default=shutil.which("syndic"), help="the command to run on each pair")
    return parser.parse_args()


def main():
    o = options()
    failed = 0
    for case, language, type_again, mark in CASES:
        pair = make_pair(language, type_again, seeded.Random(f"{o.seed} {case}"))
        folder = os.path.join(o.out, case)
        write_pair(folder, pair)
        if o.syndic is None:
            continue
        share, outside, matches = run_case(o.syndic, folder, pair)
        failed += share < mark
        print(f"{case:26}{share:8.4f}  (mark {mark:.2f})  {'ok  ' if share >= mark else 'LOW '}"
              f"  {matches} match{'es' if matches != 1 else ''}, {outside} characters outside")
    print(f"{len(CASES)} cases in {o.out}" + (f", {failed} below their mark" if o.syndic else ", no syndic to run"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
