/* What a word costs behind the word that often comes before it: "of" then "the" is two bits, where "the"
 * alone is four. Estimates from general knowledge of each language, not counts: b bits say that about one
 * in 2^b of the first word is followed by the second. Only pairs that save at least a bit are listed. */
#include "text/surprisal_table.h"

#include <stddef.h>

const syn_surprisal_follow syn_surprisal_follows[] = {
    /* English */
    {"a",
     "few:5.5 good:6 great:6 little:6 man:6 new:6.2 long:6.5 very:6.5 lot:6.8 large:7 moment:7 small:7 "
     "young:7.3 certain:7.5 m:7.5 more:7.5 number:7.5 single:7.5 time:7.5 woman:7.5 day:7.8 sort:7.8 "
     "year:7.8 half:8 hundred:8 kind:8 million:8 second:8 week:8 high:8.5 matter:8.5 month:8.5 part:8.5 "
     "statement:8.5 thousand:8.5 way:8.5 better:8.7 big:8.7 short:8.7 friend:8.8 place:8.8 bit:9 child:9 "
     "couple:9 court:9 different:9 dozen:9 federal:9 former:9 house:9 letter:9 minute:9 piece:9 public:9 "
     "quarter:9 sudden:9 thing:9 word:9 boy:9.2 bad:9.4 fine:9.5 full:9.5 gentleman:9.5 girl:9.5 group:9.5 "
     "member:9.5 report:9.5 sense:9.5 series:9.5 spokesman:9.5 state:9.5 strange:9.5 strong:9.5 third:9.5 "
     "deep:9.6 white:9.6 dark:9.7 lady:9.7 light:9.7 low:9.7 beautiful:9.8 black:9.8 book:9.8 chance:9.8 "
     "clear:9.8 look:9.8 perfect:9.8 question:9.8 real:9.8 room:9.8 spokeswoman:9.8 story:9.8 heavy:9.9 "
     "cold:10 common:10 cup:10 deal:10 feeling:10 fool:10 general:10 job:10 mere:10 nice:10 note:10 plan:10 "
     "point:10 position:10 serious:10 simple:10 smile:10 sound:10 special:10 voice:10 bill:10.2 dead:10.2 "
     "doctor:10.2 fair:10.2 free:10.2 glass:10.2 greater:10.2 hard:10.2 pretty:10.2 reason:10.2 team:10.2 "
     "wild:10.2 contract:10.3 dog:10.3 glance:10.3 horse:10.3 judge:10.3 law:10.3 stone:10.3 vote:10.3 "
     "tall:10.5 wonderful:10.5 lovely:10.8"},
    {"able", "to:0.2"},
    {"about",
     "it:4.2 this:5.8 him:6 how:6 what:6 half:6.5 my:6.5 their:6.5 them:6.5 two:6.5 three:7 us:7 your:7 "
     "ten:7.5 it's:9"},
    {"above", "the:1.3 all:3 his:5"}, {"according", "to:0.1"}, {"account", "of:1.5 for:4"}, {"across", "the:1"},
    {"act", "of:2.5 as:4"}, {"added", "to:3 that:3.5"}, {"affairs", "of:4"},
    {"afraid", "of:1.8 to:2.5 that:3.5"}, {"african", "american:2 americans:3"},
    {"after",
     "the:2.1 all:4 he:4.5 that:4.5 his:5 an:5.5 this:5.5 her:5.8 she:5.8 they:5.8 being:6 having:6 which:6 "
     "him:6.5 their:6.5 two:7 years:7.5 dinner:8"},
    {"afternoon", "of:4"}, {"again", "and:3"},
    {"against", "the:1.9 him:5 his:5 their:5.8 me:6 them:6 my:6.5 us:7"}, {"age", "of:1"}, {"ago", "when:5"},
    {"agreed", "to:1.5 that:3.3 with:3.5"}, {"ahead", "of:1.5"}, {"air", "of:3 and:3.5 force:4.5"},
    {"all",
     "the:2.2 that:4.5 his:5 this:5.3 my:6 right:6 their:6 these:6 those:6.2 about:6.5 other:6.5 our:6.5 "
     "were:6.5 day:7 men:7 night:7 things:7 around:7.5 kinds:7.5 sorts:7.5 three:7.5 time:7.5"},
    {"allow", "me:3.5 him:4 them:4"}, {"allowed", "to:1 him:5 himself:6"},
    {"almost", "all:4.5 as:5 certainly:5.5 every:5.5 immediately:6 any:6.5 entirely:7"},
    {"alone", "and:3.5 in:4 with:4.5"}, {"along", "the:1.3 with:2.5"}, {"already", "been:3.5 had:5.5 have:5.5"},
    {"also", "be:4.5 said:4.5 been:5 have:5 that:5.5"},
    {"although", "he:3.3 it:3.5 they:4.5 she:5 there:5 this:5.5"}, {"always", "been:4 be:4.5 had:5 have:5.5"},
    {"am", "not:3 going:4.5 sure:4.5 so:5 very:5 afraid:5.5 sorry:5.5 glad:5.8 quite:6.5"},
    {"american", "people:4"},
    {"among", "the:1.6 them:3.5 these:5 those:5 other:5.5 their:5.5 all:6 us:6 themselves:6.5"},
    {"amount", "of:0.4"},
    {"an",
     "old:4.5 hour:5.5 early:6.5 end:6.5 interview:6.8 american:7 important:7 instant:7 opportunity:7 "
     "attempt:7.5 effort:7.5 english:7.5 open:7.5 act:8 age:8 average:8 email:8 excellent:8 extraordinary:8 "
     "idea:8 inch:8 interest:8 officer:8 empty:8.5 example:8.5 eye:8.5 increase:8.5 independent:8.5 "
     "international:8.5 ordinary:8.5 answer:9 army:9 honest:9"},
    {"and",
     "then:5.8 she:6 they:6.2 there:6.7 other:7.5 yet:7.5 now:7.7 again:8.3 even:8.3 came:9 it's:9 looked:9 "
     "went:9 women:9 took:9.3 make:9.5 saw:9.5 therefore:9.5 turned:9.5 found:9.7 gave:9.8 let:9.8 take:9.8 "
     "children:10 daughter:10.5"},
    {"annual", "meeting:4 report:4"}, {"another", "man:6.5 moment:6.5 one:6.5 thing:7 time:7.5 way:7.5"},
    {"answer", "to:3 for:4.5 that:5"},
    {"any",
     "other:4.3 more:4.5 one:5 rate:5 man:6 such:6 time:6.5 way:6.5 longer:7 thing:7 case:7.5 kind:7.5 "
     "part:8"},
    {"anything", "else:4 about:4.5 that:4.5 but:5 like:5"}, {"apart", "from:1.5"}, {"appear", "to:2 in:4"},
    {"appeared", "to:2 in:3.5 at:5 on:5"},
    {"are",
     "not:3.5 you:4.3 all:5 so:5 going:5.5 also:6 being:6 more:6 now:6 still:6 they:6 very:6 we:6 "
     "expected:6.5 many:6.5 there:6.5 always:7 likely:7 often:7 only:7 some:7 two:7.5"},
    {"arm", "of:3.5 and:4 around:5"}, {"around", "the:1.6 him:4.5 her:5 them:5.5 me:6"},
    {"arrested", "and:3 on:3 in:3.5"}, {"art", "of:2.5"},
    {"as",
     "he:4 if:4.3 it:4.3 well:4.8 she:5 they:5 you:5.5 we:5.8 much:6 soon:6 though:6 far:6.3 long:6.5 "
     "good:7 many:7 being:7.5 great:7.5 part:7.5 possible:7.5 some:7.5 such:7.5 usual:7.5 yet:8 early:8.5 "
     "high:8.5 large:8.5 quickly:8.5 old:9 president:9"},
    {"aside", "and:3 from:4"}, {"ask", "you:3.3 for:4 him:4 me:4.5 her:5 if:5"},
    {"asked", "for:4 to:4 him:4.3 if:4.5 me:4.5 her:4.8 about:5 what:5 he:5.5 whether:5.5 mr:6.5"},
    {"assistant", "professor:3 to:4 attorney:4.5"}, {"associate", "professor:1.5"},
    {"associated", "press:1 with:2.5"}, {"association", "of:3"},
    {"at",
     "the:2.1 all:4.5 least:4.7 once:4.8 that:4.8 his:5 last:5 this:5.3 her:5.5 first:6 him:6 home:6.3 "
     "any:6.5 my:6.5 night:6.5 one:6.5 length:7 its:7.5 present:7.5 some:7.5 such:7.5 times:7.5 work:7.5 "
     "risk:8.5 midnight:9 noon:9"},
    {"atlantic", "city:4 ocean:4"}, {"attempt", "to:0.8 at:3.5"}, {"attention", "to:1.5 of:3"},
    {"attorney", "general:1.2 for:3.5"}, {"authority", "of:3 to:3.5"}, {"avenue", "and:3 in:4"},
    {"average", "of:3"}, {"away", "from:2 with:5 at:5.5"},
    {"back", "to:2.3 and:3.5 in:4 from:4.5 at:5 into:5 on:5 again:5.5 with:5.5 up:6.5"}, {"based", "on:1 in:3"},
    {"be",
     "able:5.5 so:5.5 done:6 made:6 more:6.3 seen:6.3 sure:6.3 found:6.5 said:6.5 taken:6.8 very:6.8 too:7 "
     "used:7 given:7.2 any:7.5 better:7.5 put:7.5 some:7.5 allowed:8 back:8 called:8 considered:8 good:8 "
     "held:8 known:8 left:8 required:8 brought:8.5 expected:8.5 glad:8.5 happy:8.5 quite:8.5 told:8.5 "
     "supposed:9 thought:9"},
    {"became", "a:3 more:5 an:5.5 so:5.5 very:6"},
    {"because", "of:2.8 he:3.5 it:3.8 they:4 she:4.8 we:5 you:5 there:5.3 it's:5.5 this:6 i'm:7.5"},
    {"become", "a:2.8 an:5 more:5 so:6"},
    {"been",
     "so:5.3 made:5.5 able:6 found:6.3 more:6.3 very:6.3 done:6.5 given:6.5 taken:6.8 seen:7 too:7 used:7 "
     "any:7.5 arrested:7.5 brought:7.5 called:7.5 charged:7.5 killed:7.5 left:7.5 sent:7.5 working:7.5 "
     "known:8 put:8 told:8 better:8.5"},
    {"before",
     "the:2.1 he:4 him:4.8 she:5 they:5 you:5.3 them:5.5 we:5.5 her:5.8 me:5.8 this:6 long:6.5 us:6.5"},
    {"began", "to:1 in:4.5 with:5"}, {"behalf", "of:1"},
    {"behind", "the:1.9 him:3.3 her:4 them:4.5 his:4.8 me:5 us:6.5"},
    {"being", "able:6 so:6 made:6.5 used:6.5 done:7 held:7 treated:7 taken:7.5"},
    {"believe", "that:2 in:3 it:3.5 he:5 they:5.5 you:5.5 me:6 we:6"}, {"believed", "that:1.8 to:3 in:4"},
    {"below", "the:1.3"}, {"beneath", "the:1 his:4 her:5"},
    {"beside", "the:1.8 him:2.8 her:3.5 his:4.5 me:4.5"},
    {"best", "of:3.5 to:4 in:4.5 way:5 friend:6 known:6 thing:6"}, {"better", "than:2.5 for:5 be:5.5 not:6.5"},
    {"between", "the:1.7 them:4 two:5 us:5.5 him:6 me:6 these:6 their:6.5"}, {"beyond", "the:1.3 his:5"},
    {"big", "as:5.5 enough:6"}, {"billion", "in:3 dollars:4"}, {"bit", "of:2 more:4.5"},
    {"black", "and:3 people:5 man:5.5"}, {"blood", "and:3 of:3 was:4 pressure:5"}, {"board", "of:1.5"},
    {"body", "of:2.3 and:3.5 was:3.8 in:4"}, {"bottom", "of:0.8"}, {"box", "office:3"},
    {"boy", "and:4 was:4.5 who:4.5"}, {"bring", "to:4 him:4.5 it:4.5 about:5 them:5 up:5 you:5"},
    {"brother", "and:3.5 of:4 was:4.5 john:6"},
    {"brought", "to:3.5 him:4.5 into:4.5 up:4.5 by:5 it:5 back:5.5 her:5.5 me:5.5 out:5.5 about:6 down:6"},
    {"building", "and:3.5 in:4"}, {"business", "and:3.5 of:4 in:4.5 man:6 with:6"},
    {"but",
     "he:4 it:4 not:4.8 she:5 there:5 they:5 this:5.3 you:5.3 if:5.5 we:5.5 also:6 what:6 now:6.3 when:6.3 "
     "even:7 how:7 only:7 then:7 after:7.5 did:7.5 it's:7.5 never:7.5 nothing:7.5 some:7.5 still:7.5 "
     "these:7.5 because:8 don't:8 i'm:8.5 yet:8.5"},
    {"buy", "a:3.5 it:5"},
    {"by",
     "the:2.1 his:5 her:5.8 this:5.8 their:6 which:6.3 my:6.5 its:7 some:7 these:7 any:7.5 himself:7.5 "
     "means:7.5 our:7.5 then:7.5 those:7.5 two:7.5 being:8 day:8 far:8 mr:8 night:8 police:8 side:8 way:8 "
     "law:8.5 making:8.5 many:8.5 name:8.5 mrs:9 president:9 taking:9"},
    {"california", "and:4"}, {"call", "it:3.5 for:4 on:4.5 you:4.5 him:5 me:5"},
    {"called", "the:3 to:4 for:4.5 it:4.5 on:4.5 out:4.5 him:5 her:5.5 up:6 upon:6"},
    {"came",
     "to:2.7 from:4 in:4 out:4.5 into:4.8 back:5 down:5 up:5 on:5.3 at:6 over:6 upon:6 with:6 home:6.5 "
     "across:7 along:7 here:7"},
    {"campaign", "and:4 for:4 to:4"},
    {"can",
     "be:2.8 you:4.5 have:5 not:5 get:5.3 see:5.3 only:5.5 we:5.5 make:6 never:6 take:6 tell:6 also:6.5 "
     "find:6.5 go:6.5 say:6.5 give:7 help:7 hardly:7.5"},
    {"can't",
     "be:3.5 do:4 get:4.5 go:5 have:5 help:5 tell:5 you:5 say:5.5 see:5.5 believe:6 make:6 stand:6 "
     "imagine:7"},
    {"cannot", "be:2.3 have:5 go:6 help:6 say:6 see:6 tell:6 make:6.5"}, {"capable", "of:0.5"},
    {"captain", "of:3 was:5"}, {"care", "of:2.3 for:3 about:4 and:4 to:4"},
    {"carried", "out:3.8 on:4 to:4 away:4.5 by:4.5 him:5"},
    {"case", "of:2 and:4 in:4 is:4.5 was:4.5 against:5.5"}, {"cause", "of:2"},
    {"certain", "that:3.5 extent:6 amount:6.5"}, {"chair", "and:2.8 in:4 of:4"}, {"chairman", "of:0.9 and:3.5"},
    {"chance", "of:2.3 to:2.5 for:4.5 that:4.5"}, {"change", "in:2.5 of:3.5 his:6"}, {"charge", "of:1.3"},
    {"charged", "with:1.5 in:4"}, {"charges", "of:2.8 against:3 in:4"},
    {"chief", "executive:2.5 of:3 justice:4.5 financial:6 operating:7"}, {"child", "and:4 of:4 in:4.5 was:4.5"},
    {"children", "and:3 in:3.8 of:3.8 who:4 are:4.5 were:4.5 under:6"}, {"citizens", "of:3 and:4"},
    {"city", "of:2.8 and:3.5 council:4.5 in:4.5 hall:6 police:6"}, {"civil", "rights:2 war:2 society:4"},
    {"class", "of:2.8 and:4"}, {"close", "to:1.3 by:5"}, {"club", "and:4 in:4 of:4"},
    {"co", "founder:1.5 author:4 authors:5 operation:5 workers:5"}, {"coffee", "and:3"},
    {"cold", "and:2.5 war:4.5"}, {"college", "of:2.5 and:3.5 in:3.5 students:4.5"},
    {"come",
     "to:2.6 and:4 in:4 from:4.3 back:4.5 on:4.5 out:4.8 into:5 up:5 down:5.5 here:5.5 with:5.5 home:6 "
     "along:6.5 at:6.5 over:6.5 upon:6.5 again:7 true:7"},
    {"comes", "to:2.5 from:3 in:4 as:4.5 out:4.5 back:5 up:5"}, {"committee", "on:2.5 of:3 and:4"},
    {"common", "in:4 sense:4"}, {"commons", "and:4"}, {"community", "and:3.5 in:4 of:4 college:4.5"},
    {"company", "and:4 said:4 has:4.5 in:4.5 is:4.5 was:4.5 which:5"}, {"compared", "with:1 to:1.5"},
    {"conditions", "in:3 of:3 and:3.5"}, {"connected", "with:0.8 to:3"}, {"consequence", "of:1.3"},
    {"consider", "the:3 it:3.5 that:4"}, {"considered", "as:4 to:4 that:4.5"}, {"continue", "to:0.7"},
    {"continued", "to:1.3 in:4 his:5.5"}, {"contrary", "to:2"}, {"control", "of:1.5 and:4 over:4"},
    {"conversation", "with:3 and:4"}, {"cost", "of:1.5"},
    {"could",
     "be:2.8 not:2.8 have:3.5 see:5 only:5.3 get:6 they:6 never:6.3 hardly:6.5 hear:6.5 make:6.5 say:6.5 "
     "feel:7 find:7 give:7 go:7 take:7 tell:7 help:7.5 bear:8 speak:8.5"},
    {"couldn't", "be:4 have:4 help:4.8 get:5 see:5.5 say:6 tell:6 go:6.5 make:6.5"},
    {"council", "of:3 and:4 on:4 member:4.5 members:5"}, {"country", "and:3.5 of:4 in:4.5 is:4.5 that:5 was:5"},
    {"county", "and:3.5 sheriff's:4.5 district:5 sheriff:5"}, {"couple", "of:0.4"},
    {"course", "of:1.8 i:4 he:4.5 it:4.5 you:5 there:6"}, {"court", "of:2.5 in:3.5 on:4.5 that:4.5 judge:5"},
    {"cup", "of:0.5"}, {"cut", "off:3 out:4 down:4.5 in:4.5 his:5.5"}, {"d", "c:1.5"},
    {"dare", "say:3 not:3.5"}, {"dark", "and:3.5 as:5 eyes:5 hair:6"}, {"daughter", "of:1.7 and:3 was:4"},
    {"day", "of:2.8 and:3.5 in:4.5 he:4.8 after:5 before:5 that:5 was:5 when:5 at:5.5 by:5.5 with:6"},
    {"days", "of:2.3 after:4 ago:4 and:4 later:4 before:4.5 in:4.5 were:5 he:5.5"},
    {"dead", "and:3.5 in:4 man:4.5 body:6"}, {"deal", "of:1.8 with:2.5"},
    {"death", "of:1.8 and:3.8 in:4 penalty:5 toll:6"}, {"decided", "to:1 that:2.5 on:5"},
    {"decision", "to:1.5 on:3.5 of:4"}, {"deep", "and:4 in:4 breath:5.5"}, {"degree", "of:1"},
    {"degrees", "of:2 and:3.5"}, {"democratic", "party:2"},
    {"department", "of:1.5 said:3.5 and:4 spokesman:5.5"}, {"depends", "on:1 upon:2.5"},
    {"deputy", "director:2.5 chief:3.5 minister:3.5 attorney:5"}, {"described", "as:2.5 by:3 in:4"},
    {"desire", "to:1.5 for:3 of:3.5"}, {"despite", "the:1.5 being:5 his:5"},
    {"did", "not:1.3 you:4 he:4.3 it:4.5 she:5 so:5.3 they:5.5 nothing:7.5"},
    {"didn't",
     "have:4.5 know:4.5 want:4.8 you:5 even:5.5 say:5.5 see:5.5 think:5.5 get:5.8 like:6 seem:6 care:6.5 "
     "go:6.5 make:6.5 mean:6.5 take:6.5 tell:6.5"},
    {"die", "in:4"}, {"died", "in:2.5 of:3 and:4 at:4 on:4"}, {"difference", "between:2 in:2.5"},
    {"different", "from:2.8 kinds:6 ways:6"}, {"difficult", "to:1 for:4"}, {"difficulty", "in:2.3 of:3"},
    {"dining", "room:0.8"}, {"director", "of:0.7 for:4 general:5"},
    {"district", "attorney:2.8 court:3.5 of:3.5 judge:4.5"},
    {"do",
     "not:2 you:3.3 it:4.3 so:4.8 with:4.8 they:6 this:6 we:6 anything:6.5 what:6.5 more:7 something:7 "
     "well:7 nothing:7.5 your:7.5"},
    {"doctor", "said:5"}, {"does", "not:1 it:3.5 she:6 this:6 anyone:7.5"},
    {"doesn't", "have:4.5 know:5 mean:5 matter:5.5 seem:5.5 want:5.5 make:6"},
    {"doing", "so:4 it:4.5 that:5 this:5 what:5 something:6 anything:6.5 well:6.5"},
    {"dollars", "a:3.5 in:3.5 and:4 for:4"},
    {"don't",
     "know:2.8 you:3.5 want:4 have:4.5 think:4.5 be:5.5 believe:5.5 like:5.5 see:5.8 care:6 get:6 let:6 "
     "mean:6 even:6.5 go:6.5 need:6.5 say:6.5 take:6.5 tell:6.5 understand:6.5 feel:7 remember:7 worry:7 "
     "forget:7.5"},
    {"done", "with:4.3 by:4.5 for:4.5 in:4.5 so:4.8 it:5 this:6 away:7 nothing:7"},
    {"door", "and:3 of:3.5 was:4.5 at:5 behind:5.5 opened:5.5 open:6"},
    {"doubt", "that:3 it:5 about:5.5 as:5.5 but:5.5 he:5.5 if:6 whether:6"}, {"dow", "jones:1"},
    {"down", "to:3.3 in:4 on:4 from:5 at:5.5 by:5.5 into:5.5 upon:6 there:6.5 again:7 here:7.5"},
    {"dozen", "or:5 people:6"}, {"drew", "up:4 back:4.5 her:4.5 his:4.5 near:5 out:5"},
    {"dropped", "to:3.5 by:4.5 from:4.5 his:4.5 in:4.5"}, {"due", "to:0.7"},
    {"during", "the:0.9 his:4.5 this:5 my:6 their:6 which:6"}, {"e", "g:2"},
    {"each", "other:2.2 of:2.5 day:6 one:6 year:6 time:6.5 man:7 side:7 case:7.5"},
    {"early", "in:2.5 morning:4 as:5 on:5 days:5.5 years:5.5"}, {"earth", "and:3.5 is:4.5 was:4.5"},
    {"easy", "to:1.5 for:3.5 as:5 enough:5"}, {"edge", "of:0.4"}, {"editor", "of:1.2 in:3"},
    {"effect", "of:2 on:2 upon:4 that:5"}, {"effort", "to:0.8 and:4 of:4"}, {"efforts", "to:0.7 of:4"},
    {"eight", "years:4 hours:5 hundred:5 or:5 months:5.5 people:6"}, {"either", "of:3 side:5 case:6.5"},
    {"election", "in:3.5 campaign:4 day:4 of:4"}, {"else", "to:3.5 in:4 could:5.5"},
    {"emergency", "services:3.5 room:4 medical:5"}, {"end", "of:0.9 to:3 and:4 in:4.5 it:5.5"},
    {"enough", "to:1 for:3"}, {"entered", "the:1.2 into:3.5 his:5 upon:5.5"}, {"entitled", "to:0.7"},
    {"entrance", "to:1.5 of:2.5"}, {"especially", "in:2.8 for:4 when:4 as:5 if:5 those:6"},
    {"europe", "and:2.8 in:4"},
    {"even",
     "if:3.3 in:4 more:4.3 though:4.5 when:5 now:6 then:6 after:6.5 before:7 better:7 those:7 worse:7.5 "
     "greater:8"},
    {"evening", "of:3.5 and:4 at:5 when:5"},
    {"ever", "been:4.8 since:4.8 had:5.3 seen:5.5 be:5.8 have:5.8 heard:6.5 more:6.5 again:7"},
    {"every",
     "day:4.5 one:4.8 man:5 other:5 time:5 morning:6 year:6 night:6.5 single:6.5 thing:6.5 way:6.5 moment:7 "
     "part:7 two:7 week:7 kind:7.5 effort:8 minute:8"},
    {"everybody", "else:4 was:4"}, {"everyone", "else:4 was:4.5 who:4.5"},
    {"everything", "that:3.8 is:4 was:4 else:4.5 from:5.5"}, {"evidence", "of:2 that:3 to:4 in:4.5"},
    {"example", "of:1.8 the:3 in:4.5"}, {"except", "for:3 that:3.8 in:4 when:5"},
    {"executive", "officer:1.8 director:2.3 order:3.5 vice:4 editor:5 producer:5 branch:5.5 committee:5.5"},
    {"expect", "to:2 that:3.5 it:4.5 him:5 you:5"}, {"expected", "to:1 that:4 by:5"},
    {"experience", "of:2.5 in:3.3 and:4 with:4.5"}, {"expression", "of:1.3 on:4"},
    {"extent", "of:2 to:3.5 that:4"}, {"eye", "of:3 on:3.5 and:3.8 was:5"},
    {"eyes", "and:3.3 of:3.3 were:3.5 on:4.5 that:5 with:5 upon:5.5 fixed:6 from:6 had:6"},
    {"face", "of:2.8 and:3.3 was:3.8 in:4.5 with:4.5 as:5.5 that:5.5"}, {"faced", "with:3"},
    {"facing", "the:3 a:3.5"}, {"fact", "that:0.9 of:4 in:4.5 is:4.5 was:5.5"}, {"facts", "of:2.5"},
    {"failed", "to:0.9 in:4"}, {"failure", "to:1.3 of:2.5"}, {"faith", "in:1.8 and:3.5"},
    {"fall", "of:2.3 in:3.5 to:4 into:4.5 from:5 on:5 asleep:6"},
    {"family", "and:3 of:4 in:4.5 members:4.5 was:5 had:5.5"},
    {"far", "as:2.3 from:2.8 away:4 more:4 off:4.5 below:6 too:6"},
    {"father", "and:3 was:3.8 of:4 had:4.3 is:5 said:5.5 who:5.5 would:6"},
    {"federal",
     "government:3 court:4 judge:4.5 reserve:4.5 law:5 officials:5 agencies:5.5 prosecutors:5.5 agency:6 "
     "bureau:6"},
    {"feel", "that:3.5 like:4 as:4.5 it:4.5 so:5.5 very:6 better:6.5 sure:6.5"},
    {"feeling", "of:2 that:3 for:4.5"},
    {"feet", "and:3.3 in:4 of:4 high:4.5 from:5 long:5 above:5.5 away:5.5 were:5.5"},
    {"fell",
     "to:3.3 on:3.8 in:4 into:4 from:4.5 upon:4.5 down:5 off:5 asleep:5.5 at:5.5 back:5.5 by:5.5 over:6 "
     "percent:7"},
    {"felt", "that:2.8 as:4.3 it:4.3 his:5 like:5 her:5.5 himself:5.5 so:5.5 very:6 sure:6.5"},
    {"few",
     "days:3.5 minutes:3.8 years:4 moments:5 months:5 weeks:5.5 hours:5.8 hundred:6 more:6 people:6 words:6 "
     "times:6.5 miles:7 steps:7"},
    {"fewer", "than:2"}, {"field", "of:2 and:4 in:4.5"}, {"fifteen", "minutes:4 years:4"},
    {"fifty", "years:3.5 thousand:5 dollars:6 miles:6"}, {"figure", "of:2 out:4 in:4.5"},
    {"filed", "a:3 in:3 against:4 by:4 for:4.5"}, {"fill", "in:4 it:5"}, {"filled", "with:1.5 the:3 up:5"},
    {"finally", "he:4 got:5.5"}, {"financial", "crisis:4 services:5 times:5 officer:5.5"},
    {"find", "a:3.5 it:3.8 that:3.8 out:4 him:5 them:5.5 any:6 her:6 some:6 you:6 himself:6.5 myself:6.5"},
    {"fire", "and:3 department:4.5 in:4.5 was:4.5 on:5"}, {"firm", "and:3.8 of:4 that:4"},
    {"first",
     "time:3.5 of:3.8 day:6 place:6 two:6 year:6 quarter:6.5 thing:6.5 half:7 lady:7 three:7 class:7.5 "
     "instance:7.5 night:7.5 person:7.5 step:7.5 amendment:8 floor:8 impression:8 rate:8 sight:8 love:8.5"},
    {"five",
     "years:3.8 minutes:4.3 hundred:4.5 or:5 days:5.5 million:6 months:6 people:6 thousand:6 dollars:6.5 "
     "feet:6.5 hours:6.5 miles:6.5 times:6.5 weeks:6.5"},
    {"fixed", "on:2.8 upon:3 in:4 his:5"}, {"floor", "of:2 and:3 was:4"},
    {"follow", "the:2.5 him:4 it:4.5 up:5"}, {"followed", "by:1.8 the:2.5 him:4 her:5 his:5 up:5.5"},
    {"following", "the:2.3 day:4.5 morning:5 year:6"}, {"fond", "of:0.5"}, {"food", "and:2.3 in:4 for:4.5"},
    {"for",
     "the:2.3 his:5.3 him:5.5 all:5.8 her:5.8 me:5.8 this:5.8 their:6 my:6.3 them:6.3 some:6.5 more:6.8 "
     "any:7 example:7 its:7 many:7 our:7 us:7 those:7.3 two:7.3 your:7.3 being:7.5 himself:7.5 people:7.5 "
     "such:7.5 these:7.5 years:7.5 instance:7.8 three:7.8 ever:8 good:8 nothing:8 another:8.5 both:8.5 "
     "each:8.5 fear:8.5 five:8.5 four:8.5 help:8.5 once:8.5 several:8.5 mr:8.8 children:9 everyone:9 "
     "making:9 mrs:9 president:9 six:9 sure:9 women:9 dinner:9.5 sale:9.5"},
    {"force", "of:2.5 and:3.5"}, {"forced", "to:1 by:5 upon:5.5"},
    {"foreign", "minister:2.5 policy:2.8 affairs:4 ministry:5 secretary:5.5 trade:6"}, {"form", "of:1.3"},
    {"former", "president:3 director:6 prime:6 secretary:6 chief:6.5 vice:7"}, {"forms", "of:0.9"},
    {"fort", "worth:4"}, {"fortune", "and:3.5 of:4 to:4"}, {"forty", "years:3.5 eight:6 five:6"},
    {"forward", "to:2.3 and:3.5 with:5"}, {"fought", "against:3.5 in:3.5 for:4"},
    {"found",
     "that:3.3 in:3.8 it:4 him:5 himself:5 out:5.3 his:5.8 her:6 myself:6 on:6 them:6 guilty:6.5 "
     "herself:6.5 dead:7"},
    {"founder", "of:1 and:2.8"},
    {"four",
     "years:3.8 hours:5 months:5 or:5 days:5.5 hundred:5.5 times:6 other:6.5 people:6.5 thousand:6.5 "
     "weeks:6.5"},
    {"free", "from:3.5 to:3.5 and:4 trade:5 speech:5.5 press:7"}, {"french", "and:4 revolution:6"},
    {"friday", "night:3.5 morning:4 afternoon:5 at:5 that:5"}, {"friend", "of:2.5 and:4 who:5 mr:6.5"},
    {"friends", "and:2.5 of:3.8 who:4.5 with:4.5 were:5"},
    {"from",
     "the:2.1 his:5 this:5.5 her:5.8 my:6 their:6 him:6.3 one:6.3 which:6.3 its:6.5 them:6.5 our:7 time:7 "
     "your:7 these:7.3 those:7.3 any:7.5 being:7.5 home:7.5 some:7.5 us:7.5 new:8 behind:8.5 each:8.5 "
     "every:8.5 first:8.5 above:9 top:9 within:9"},
    {"front", "of:0.9 and:4 door:4 page:5.5"}, {"full", "of:1 time:5.5"}, {"further", "than:5 information:7"},
    {"future", "of:2.5 and:4 is:5"}, {"gas", "and:3 prices:5"},
    {"gave", "a:3.5 him:4 me:4.3 up:4.8 her:5 it:5 his:5.3 them:5.5 way:5.5 an:6 us:6 birth:7"},
    {"general", "of:3.5 manager:5 assembly:5.5 election:5.5 public:5.5 electric:6 motors:6"},
    {"general's", "office:3"}, {"generation", "of:2.3 to:4"}, {"gentleman", "in:4 of:4 who:4"},
    {"get",
     "it:4 out:4 back:4.8 up:4.8 into:5 away:5.3 you:5.3 on:5.5 rid:5.8 down:6 him:6 me:6 off:6 them:6 "
     "your:6 along:6.5 any:6.5 home:6.5 my:6.5 over:6.5 some:6.5 through:6.5 married:7 there:7"},
    {"getting", "out:4.5 into:5 on:5 up:5 away:6 ready:6"}, {"girl", "and:4 who:4 in:4.5 was:4.5 had:5"},
    {"give", "me:3.8 you:4 him:4.3 it:4.8 up:4.8 her:5 them:5 us:5.5 an:6 his:6 my:6 way:6 your:6.5"},
    {"given", "to:3 by:4 him:4.8 up:5 me:5.5 his:6 them:6 us:6"}, {"giving", "him:4.5 them:5 up:5 birth:6"},
    {"glad", "to:1.3 of:4 that:4 you:4.5"}, {"glance", "at:2 of:3.5 and:4"},
    {"glanced", "at:1.5 up:3 over:4 around:4.5"}, {"glass", "of:1.5 and:3.5"},
    {"go",
     "to:2.5 and:3.8 on:3.8 back:4 out:4.5 home:5 into:5 away:5.3 with:5.3 down:5.5 for:5.5 there:5.5 "
     "up:5.5 through:6 at:6.5 by:6.5 off:6.5 over:6.5 ahead:7 along:7 forward:7 now:7"},
    {"god", "is:4.5 will:5.5 bless:6 knows:6"}, {"goes", "to:2.8 on:3 back:5 out:5 into:5.5 without:7"},
    {"going", "to:1.3 on:3.5 out:5 back:5.3 into:6 through:6 up:6 away:6.5 down:6.5 home:6.5"},
    {"golden", "gate:5"}, {"gone", "to:3 from:4.5 on:4.5 out:4.5 by:5 back:5.5 away:6 down:6 into:6 through:6"},
    {"good",
     "as:5 for:5 deal:5.3 man:5.5 enough:5.8 morning:5.8 bye:6 night:6 thing:6 many:6.5 news:6.5 time:6.5 "
     "friend:7 idea:7 luck:7 people:7 reason:7 evening:7.5 faith:7.5 fortune:7.5 old:7.5"},
    {"got",
     "to:3.3 up:4.5 it:4.8 into:5 out:5 on:5.3 back:5.8 away:6 down:6 his:6 off:6 any:6.5 me:6.5 home:7 "
     "married:7 rid:7"},
    {"government", "of:3 and:4 to:4 in:4.5 has:4.8 is:5 officials:5 said:5.5 was:5.5"},
    {"great",
     "deal:4.5 britain:5.5 many:5.5 as:6 man:6 number:7 part:7 city:7.5 interest:7.5 things:7.5 work:7.5 "
     "house:8 pleasure:8 world:8"},
    {"ground", "and:3 in:4 for:5 that:5 was:5"}, {"group", "of:1.3 in:4.5 that:4.5 said:5 has:5.5"},
    {"growing", "in:4 up:4 number:5"}, {"growth", "in:3 of:3 and:3.5 rate:5"}, {"guilty", "of:2 to:3"},
    {"had",
     "been:2.5 not:4.5 never:5.5 come:5.7 gone:6 already:6.2 just:6.2 left:6.2 made:6.2 seen:6.2 taken:6.2 "
     "always:6.5 become:6.5 done:6.5 found:6.5 given:6.7 got:6.7 heard:6.7 lost:6.7 only:6.7 said:6.7 "
     "some:6.7 told:6.7 brought:7 passed:7 any:7.2 begun:7.2 better:7.2 ever:7.2 fallen:7.2 happened:7.2 "
     "known:7.2 more:7.2 nothing:7.2 now:7.2 once:7.2 sent:7.2 thought:7.2 also:7.7 anything:7.7 died:7.7 "
     "long:7.7 put:7.7 two:7.7 written:7.7"},
    {"hadn't", "been:2.5 had:4.5 seen:5.5"}, {"hair", "and:2.8 was:3.5 in:4.5 had:6"},
    {"half", "a:3 an:3 of:3 hour:4.5 past:4.5 dozen:5 way:5.5 years:6"}, {"hall", "of:3 and:3.5 in:4.5"},
    {"hand", "and:3 of:3.5 on:4 in:4.3 he:5 was:5 over:5.5 upon:5.5 with:5.5 out:6 side:6"},
    {"hands", "of:2.5 and:3 in:4 on:4.5 with:4.8 were:5"}, {"hanging", "from:3.5 on:4"},
    {"happen", "to:2.3 in:4.5 if:5"}, {"happened", "to:2 in:3.8 that:4 at:5 when:5.5"},
    {"happy", "to:3 and:3.5 in:4.5 with:4.5"}, {"hard", "to:2.3 and:4 work:4.5 as:5 at:5 for:5 on:5"},
    {"hardly", "be:4 any:4.5 have:5 ever:5.5"},
    {"has",
     "been:1.8 not:4 become:5 also:5.3 had:5.3 never:5.5 already:6 come:6 made:6 said:6 always:6.3 gone:6.5 "
     "its:6.5 just:6.5 now:6.5 taken:6.5 done:7 ever:7 given:7 happened:7 left:7 long:7 more:7 only:7 "
     "seen:7 some:7 any:7.5 led:7.5 lost:7.5"},
    {"hasn't", "been:2.5"},
    {"have",
     "been:2.6 not:4.6 you:5.1 had:5.3 done:5.8 never:5.8 made:6.1 seen:6.1 any:6.3 come:6.3 got:6.3 "
     "they:6.3 we:6.3 given:6.6 gone:6.6 said:6.6 some:6.6 taken:6.6 already:6.8 also:6.8 always:6.8 "
     "become:6.8 found:6.8 heard:6.8 just:6.8 more:7.1 thought:7.1 told:7.1 ever:7.3 known:7.3 left:7.3 "
     "lost:7.3 nothing:7.3 only:7.3 your:7.3 anything:7.8 brought:7.8 died:7.8 felt:7.8 put:7.8 "
     "something:7.8 changed:8.3"},
    {"haven't", "been:4 you:4 got:4.5 had:5 seen:5"}, {"having", "been:3.3 had:5.3 made:6 taken:6 seen:6.5"},
    {"he",
     "was:3 had:3.2 said:4.2 is:4.3 has:4.8 would:5 could:5.2 did:5.5 will:6.2 came:6.5 knew:6.5 looked:6.5 "
     "saw:6.5 thought:6.5 went:6.5 might:6.8 took:6.8 added:7 also:7 asked:7 can:7 felt:7 made:7 must:7 "
     "never:7 should:7 told:7 didn't:7.3 does:7.3 turned:7.3 began:7.5 found:7.5 gave:7.5 may:7.5 says:7.5 "
     "seemed:7.5 answered:8 cried:8 got:8 heard:8 left:8 put:8 replied:8 sat:8 stood:8 wanted:8 wrote:8 "
     "always:8.5 became:8.5 called:8.5 couldn't:8.5 himself:8.5 just:8.5 spoke:8.5 still:8.5 tried:8.5 "
     "used:8.5 walked:8.5 wasn't:8.5 died:9 ever:9 fell:9 kept:9 passed:9 ran:9 sent:9 wants:9 wouldn't:9"},
    {"he'd", "been:4 have:5 never:6"}, {"he'll", "be:3.5"}, {"he's", "not:4 been:5 going:5 got:5"},
    {"head", "of:2.8 and:3.3 in:4.5 coach:5 was:5 on:5.5 with:5.5"},
    {"health", "care:2.5 and:3 insurance:5 officials:5 department:5.5 organization:5.5"},
    {"hear", "that:4.3 you:4.3 it:4.5 him:5 from:5.5 me:5.5 what:5.5"},
    {"heard", "of:4 that:4.3 him:5 it:5 from:5.5 her:5.5 about:6 by:6 his:6"}, {"hearing", "on:4 that:5"},
    {"heart", "of:2.5 and:3.3 was:4 attack:5 that:5 disease:6"}, {"heavy", "rain:6"},
    {"held", "in:3.8 by:4 at:4.5 out:4.8 up:4.8 his:5 on:5 her:5.5"},
    {"help", "of:3.3 to:4 you:4 him:4.5 me:4.5 it:5 them:5 from:5.5 us:5.5 but:6 her:6 people:6"},
    {"helped", "to:3.5 him:4 her:4.5"}, {"henry", "viii:8"},
    {"her",
     "own:4.5 eyes:6 hand:6 face:6.3 father:6.5 husband:6.5 mother:6.5 head:6.8 hands:7 heart:7 life:7 up:7 "
     "voice:7 into:7.5 arms:8 first:8 hair:8 lips:8 little:8 room:8 sister:8 way:8 brother:8.5 daughter:8.5 "
     "family:8.5 mind:8.5 chair:9 place:9 soul:9 cheeks:9.5 father's:9.5 mother's:9.5 side:9.5 "
     "companion:10.5"},
    {"here", "in:4 is:4 are:5 we:6 comes:7 tonight:8"}, {"herself", "in:4 with:5 up:6 upon:6.5"},
    {"high", "school:3.3 as:5.5 court:6 level:6 on:6 street:7 time:7"}, {"higher", "than:3 education:4.5"},
    {"him",
     "as:5 with:5 for:5.2 from:5.3 at:5.5 but:5.5 on:5.5 into:6 out:6 up:6 when:6 back:6.5 down:6.5 if:6.5 "
     "about:7 again:7 away:7 before:7"},
    {"himself", "to:3.5 in:4 as:5 with:5 at:5.5 on:5.5 up:5.5 from:6 into:6 upon:6"},
    {"his",
     "own:4 wife:5.5 hand:5.8 eyes:6 head:6 face:6.3 father:6.3 life:6.5 hands:6.8 heart:7 mind:7 mother:7 "
     "voice:7 way:7 first:7.3 back:7.5 brother:7.5 death:7.5 family:7.5 friend:7.5 friends:7.5 home:7.5 "
     "house:7.5 name:7.5 work:7.5 arm:8 arms:8 body:8 feet:8 great:8 little:8 new:8 old:8 place:8 pocket:8 "
     "room:8 career:8.5 chair:8.5 daughter:8.5 eye:8.5 hair:8.5 horse:8.5 job:8.5 left:8.5 lips:8.5 "
     "mouth:8.5 office:8.5 party:8.5 people:8.5 right:8.5 shoulder:8.5 soul:8.5 country:9 desk:9 ears:9 "
     "knees:9 legs:9 power:9 shoulders:9 teeth:9 father's:9.5 side:9.5 mother's:10"},
    {"history", "of:1.8 and:4 in:4.5"}, {"hold", "of:3.8 it:4.5 on:4.5 up:5 your:5.5"},
    {"home", "and:3.5 in:3.8 from:4.5 at:5 for:5 on:5.5 with:5.5"}, {"hong", "kong:0.1"},
    {"hope", "that:2.5 to:3.3 of:3.5 for:4 you:4 it:4.5 he:5.5 we:5.5 so:6"}, {"horse", "and:3 was:4.5"},
    {"hospital", "in:3 and:3.5 where:4.5 for:5 on:5"},
    {"hour", "and:3.5 of:3.5 after:4.5 in:4.5 later:4.5 or:4.5 ago:5 before:5 when:5.5"},
    {"hours", "of:3 and:4 after:4.5 in:4.5 later:4.5 before:5"},
    {"house",
     "of:2.8 and:3.5 in:4.3 was:4.5 at:5 on:5 representatives:5.5 that:5.5 with:5.5 republicans:6 speaker:6"},
    {"how",
     "to:3.3 much:4 it:4.3 many:4.3 you:4.3 he:4.5 long:4.8 can:5 they:5 could:5.3 she:5.3 did:5.5 we:5.5 "
     "are:6 far:6 old:6.5"},
    {"however", "he:4 it:4 that:4.5 they:5 she:5.5 there:5.5 much:6"},
    {"human", "rights:2.8 beings:3.5 being:4 nature:4 life:4.5 body:5.5 race:5.5 services:6"},
    {"hundred",
     "and:2.8 years:4.5 miles:5 thousand:5 dollars:5.5 yards:5.5 feet:6 men:6 people:6 pounds:6 times:6"},
    {"hundreds", "of:0.6"}, {"husband", "and:3 was:4 had:4.5 is:5"},
    {"i",
     "am:3.5 have:3.8 was:3.8 had:4.3 don't:5 think:5.1 could:5.3 will:5.3 can:5.6 did:5.6 would:5.6 "
     "know:5.8 said:5.8 shall:5.8 should:5.8 must:6.3 never:6.3 thought:6.3 want:6.3 believe:6.6 can't:6.6 "
     "didn't:6.6 saw:6.6 felt:6.8 hope:6.8 knew:6.8 may:6.8 mean:6.8 see:6.8 suppose:6.8 found:7.1 went:7.1 "
     "came:7.3 cannot:7.3 feel:7.3 just:7.3 looked:7.3 might:7.3 say:7.3 told:7.3 took:7.3 wish:7.3 got:7.6 "
     "heard:7.6 love:7.6 always:7.8 asked:7.8 like:7.8 made:7.8 wanted:7.8 couldn't:8.3 gave:8.3 really:8.3 "
     "remember:8.3 tell:8.3 assure:8.8 began:8.8 ever:8.8 find:8.8 guess:8.8 left:8.8 need:8.8 "
     "understand:8.8 used:8.8 won't:8.8 wonder:8.8 wouldn't:8.8 beg:9.3 dare:9.3 fear:9.3 ought:9.3 "
     "read:9.3 stood:9.3 wasn't:9.3 use:9.8 shouldn't:10.3"},
    {"i'd", "like:4 have:4.5 be:5 rather:5.5 been:6 better:6"},
    {"i'll", "be:4 tell:4.5 go:5 have:5 get:5.5 give:5.5 take:5.5 make:6 never:6 see:6"},
    {"i'm", "not:3.3 going:4.3 so:5 sorry:5 sure:5 afraid:5.5 just:5.5 glad:6"},
    {"i've", "been:4 got:4 had:5 never:5 seen:5.5 always:6 done:6 heard:6"},
    {"idea", "of:2 that:3 is:5 was:5 what:5 how:6"},
    {"if",
     "you:3.3 he:3.8 it:4 they:4.3 we:4.5 she:5 there:5.3 not:5.5 any:6 this:6 it's:7 only:7 anything:7.5 "
     "you're:7.5 your:7.5 ever:8.5 necessary:8.5 possible:8.5"},
    {"image", "of:1.5"}, {"immediately", "after:4 to:4"}, {"impact", "on:1.8 of:2.5"},
    {"importance", "of:1.3 to:3.5"}, {"important", "to:3 for:4 in:4.5 that:4.5 as:5 part:5 than:5 thing:5"},
    {"impossible", "to:1 for:3.5 that:4.5"}, {"impression", "that:2.5 of:3 on:3.5"},
    {"in",
     "the:2 his:5 this:5.3 her:5.8 which:5.8 my:6 their:6 all:6.3 its:6.5 any:7 front:7 new:7 order:7 "
     "some:7 such:7 these:7 fact:7.3 our:7.3 those:7.3 two:7.3 your:7.3 other:7.5 spite:7.5 every:7.8 "
     "time:7.8 addition:8 another:8 case:8 general:8 great:8 many:8 place:8 bed:8.5 being:8.5 both:8.5 "
     "each:8.5 england:8.5 full:8.5 london:8.5 love:8.5 most:8.5 part:8.5 public:8.5 recent:8.5 return:8.5 "
     "short:8.5 three:8.5 town:8.5 us:8.5 washington:8.5 april:9 august:9 charge:9 common:9 court:9 "
     "december:9 favor:9 favour:9 february:9 himself:9 itself:9 january:9 july:9 june:9 march:9 november:9 "
     "october:9 paris:9 particular:9 power:9 prison:9 reply:9 response:9 san:9 search:9 september:9 "
     "silence:9 terms:9 vain:9 view:9 connection:9.5 office:9.5 person:9.5 question:9.5 accordance:10"},
    {"inches", "in:4 long:4 of:4"}, {"including", "the:3 those:5 his:6 some:6 two:6"},
    {"increase", "in:1.5 of:3.5"}, {"indeed", "been:6"}, {"influence", "of:1.8 on:3 over:4 in:4.5"},
    {"information", "about:3 on:3.3 and:4 to:4 from:4.5"}, {"inside", "the:1.8 out:6"},
    {"insisted", "that:2 on:2.5 upon:4"}, {"instance", "of:2.8"}, {"instead", "of:0.5"},
    {"institute", "of:1.3 for:2"}, {"intended", "to:1.3 for:4"}, {"intention", "of:1.3 to:3"},
    {"interest", "in:1.8 of:3.8 and:4 rates:5"}, {"interested", "in:1.3"}, {"interests", "of:2 and:3.5 in:4"},
    {"international", "airport:5 community:5 law:5.5 business:6 relations:6 trade:6"},
    {"interview", "with:1.8 in:4 on:4 that:5"},
    {"into", "the:1.6 his:4.8 an:5.5 her:5.5 my:6 their:6 this:6 its:6.5 our:7.5 two:7.5 your:7.5 account:8"},
    {"introduced", "to:3 by:4"}, {"investigation", "into:2.3 of:3 and:3.5"}, {"involved", "in:1.2 with:5"},
    {"is",
     "not:3.7 it:4.5 that:4.5 so:5.7 there:6 very:6.2 also:6.5 now:6.5 one:6.5 being:6.7 more:6.7 "
     "nothing:6.7 only:6.7 what:6.7 your:7 always:7.2 because:7.2 going:7.2 just:7.2 like:7.2 still:7.2 "
     "too:7.2 true:7.2 quite:7.5 expected:7.7 good:7.7 how:7.7 likely:7.7 most:7.7 our:7.7 some:7.7 "
     "something:7.7 such:7.7 well:7.7 why:7.7 coming:8.2 here:8.2 known:8.2 made:8.2 necessary:8.2 "
     "possible:8.2 called:8.7 clear:8.7 dead:8.7 enough:8.7 getting:8.7 gone:8.7 important:8.7 "
     "impossible:8.7 thought:8.7 working:8.7"},
    {"isn't", "it:3.5 that:4 there:5.5 any:6"}, {"issue", "of:2 is:4.5"},
    {"it",
     "is:2.6 was:2.6 had:4.6 would:4.8 has:5.1 will:5.6 could:6.6 may:6.6 seemed:6.6 seems:6.6 might:6.9 "
     "must:6.9 up:6.9 came:7.1 can:7.1 did:7.1 does:7.1 out:7.1 should:7.1 also:7.6 made:7.6 took:8.1 "
     "appeared:8.6 appears:8.6 back:8.6 comes:8.6 didn't:8.6 doesn't:8.6 isn't:8.6 looked:8.6 wasn't:8.6 "
     "away:9.1 gave:9.1 happened:9.1 means:9.1 once:9.1"},
    {"it'll", "be:2.5"},
    {"it's",
     "not:3.8 all:5 just:5 an:5.5 been:5.5 like:5.5 so:5.5 going:6 only:6 very:6 about:6.5 really:6.5 "
     "hard:7 time:7"},
    {"its", "own:3.5 first:6 way:6.5 share:7 course:7.5 place:7.5"}, {"itself", "in:3.8 as:5 into:6"},
    {"jersey", "city:4"}, {"job", "and:4 in:4 of:4 as:5 at:5"}, {"john", "f:6"},
    {"join", "the:2.3 in:3.8 him:5 us:5"}, {"judge", "of:3.5 in:4.5 said:5"}, {"jumped", "up:3 out:4 to:4"},
    {"jury", "in:4 found:5"},
    {"just",
     "as:3.5 like:5 been:5.5 what:5.5 about:6 after:6 before:6 how:6 now:6 then:6 because:7 enough:7.5"},
    {"justice", "and:3 department:3 of:4"},
    {"keep", "it:4 up:4.5 him:4.8 from:5 his:5 them:5.5 your:5.5 me:6 my:6"},
    {"kept", "in:4 his:4.8 on:4.8 her:5 him:5 up:5 it:5.5 at:6"}, {"killed", "in:2.8 by:3 and:4 at:4.5 him:5"},
    {"kind", "of:0.6"}, {"kinds", "of:0.2"}, {"king", "of:2.3 and:4 had:5 was:5"},
    {"knew", "that:2.8 he:4 it:4.3 what:4.5 him:5.5 how:5.5 not:5.5 she:5.5 about:6 nothing:6 they:6 well:7"},
    {"know",
     "that:3.3 what:3.5 how:4.3 it:4.5 about:5 if:5 you:5 he:5.3 why:5.5 where:5.8 him:6 not:6 they:6 "
     "this:6 who:6 anything:6.5 nothing:6.5 she:6.5 we:6.5 when:6.5 whether:6.5 more:7 better:7.5"},
    {"knowledge", "of:1.3 and:3.5 that:5"}, {"known", "as:2.3 to:2.8 for:4 in:4.5 that:4.5 by:5 it:5.5"},
    {"knows", "that:3.5 what:3.8 how:4 it:4.5 nothing:6"}, {"labor", "and:4 party:4 department:5"},
    {"lack", "of:0.6"}, {"lady", "of:4 in:4.5 who:4.5 was:5"}, {"land", "of:2.8 and:3.5 in:4.5 is:5"},
    {"large", "number:4 as:5 numbers:5.5 part:6 scale:6.5"}, {"larger", "than:2.5"},
    {"last",
     "year:3.8 week:4 night:4.3 month:5 time:5 two:6 few:6.3 three:6.8 day:7 summer:7 thing:7 words:7 "
     "years:7 minute:7.5 moment:7.5 century:8 decade:8 fall:8"},
    {"late", "in:3.5 to:4 for:4.5 at:5"}, {"later", "he:4 in:4 that:4.5 on:4.8 than:5 when:5.5"},
    {"latter", "part:4 was:4 had:5 is:5"}, {"laughed", "and:3 at:3 again:5"},
    {"law", "and:3.3 of:3.8 enforcement:4.3 school:4.5 that:4.5 firm:5 is:5"},
    {"laws", "of:2.3 and:3.5 that:4.5"}, {"lay", "in:3.5 on:3.5 down:4 at:5 upon:5"}, {"lead", "to:2 in:4.5"},
    {"leader", "of:1.8 and:4 in:4"}, {"leaders", "of:2.5 and:3.5 in:3.5"}, {"leading", "to:3 from:5"},
    {"league", "of:3"}, {"learn", "to:3 from:4 that:4 how:4.5 more:5"},
    {"learned", "that:2.8 to:3 from:4 how:5"}, {"least", "one:5 two:5.5 not:6 three:6 some:6.5"},
    {"leave", "the:2.8 it:4.3 me:4.5 you:4.8 him:5 her:5.5 his:5.5 them:5.5"},
    {"leaving", "the:2.3 him:4.5 his:4.5 her:5 them:6 only:6.5"}, {"led", "to:2 by:3.5 him:4.5 into:5 up:5.5"},
    {"left",
     "the:2.8 in:4 to:4 him:4.5 for:5 hand:5 her:5 his:5 at:5.5 it:5.5 me:5.5 on:5.5 alone:6 behind:6 "
     "them:6 side:6.5"},
    {"length", "of:2.3 he:5 time:5"}, {"less", "than:1.5 likely:6.5 important:7"},
    {"let", "me:2.5 us:3.3 him:4 it:4.3 them:4.8 you:4.8 her:5 go:6 his:6 alone:7 out:7"},
    {"let's", "go:4 see:4.5 get:5 have:5 not:5"}, {"letter", "to:3 from:3.3 and:4 of:4 in:4.5 was:4.5"},
    {"letters", "and:3.5 from:4 of:4 to:4"}, {"level", "of:1.8"}, {"lie", "in:3.3 down:4 on:4.5"},
    {"life", "and:3.3 of:3.5 in:3.8 is:4.5 was:4.8 that:5 as:6 for:6 had:6 with:6"},
    {"light", "of:2.5 and:3.8 in:4.5 from:5 on:5 was:5"},
    {"like", "a:2.3 to:3.5 that:4.5 it:4.8 an:5 this:5.3 you:5.5 him:6 me:6 those:6.5 some:7 these:7 many:7.5"},
    {"likely", "to:1 that:4 be:5"}, {"limited", "to:2"}, {"line", "of:2.3 and:4 between:5 with:5.5"},
    {"lips", "and:3.5 of:4 were:4.5"}, {"list", "of:1"}, {"listen", "to:1.3 and:4"}, {"listened", "to:1.5"},
    {"little",
     "more:5.5 girl:5.8 while:6 bit:6.5 boy:6.5 later:6.5 man:6.5 one:6.5 or:6.5 time:6.5 doubt:7 house:7 "
     "thing:7 too:7 way:7 room:7.5"},
    {"lives", "of:2.8 in:3 and:4 at:5"}, {"living", "in:2.3 room:3.3 and:4 with:4.5 at:5 on:5"},
    {"local", "government:5 police:5 time:5 authorities:5.5 officials:6"}, {"london", "and:3.5 in:4.5 was:5.5"},
    {"long",
     "time:3.5 as:4.3 ago:4.5 before:5 term:5 enough:5.5 way:5.5 after:6.5 been:6.5 island:6.5 run:7 "
     "years:7 since:7.5 line:8"},
    {"longer", "than:3.5 be:5"},
    {"look", "at:2.3 of:3.5 for:4 like:4.5 on:5 after:5.5 as:5.5 out:5.5 up:5.5 upon:5.5 back:6 here:6"},
    {"looked",
     "at:2.3 up:3.8 as:4 like:4.8 down:5 out:5 upon:5 back:5.3 into:5.5 on:5.5 over:5.5 around:6 for:6 "
     "very:6.5 so:7"},
    {"looking", "at:2.5 for:3 up:4.8 forward:5 out:5 down:5.5 back:6 into:6 like:6 over:6"},
    {"looks", "like:2.3 as:3.5 at:4"}, {"los", "angeles:0.1"}, {"loss", "of:1.3 in:4"},
    {"lost", "in:3.5 his:4 her:5.5 their:5.5"}, {"lot", "of:0.9 more:4"},
    {"love", "of:3 with:3.5 and:3.8 for:4 to:4 you:4 her:5 him:5 is:5"}, {"low", "and:4 voice:4 as:5"},
    {"m", "in:3.5 on:3.5 and:4 to:4"}, {"mad", "with:5"},
    {"made",
     "a:3.3 by:4.5 him:4.5 it:4.5 up:4.5 his:5 an:5.5 her:5.5 me:5.5 for:6 their:6 them:6 at:6.5 my:6.5 "
     "so:6.5 any:7 out:7 this:7 use:7.5"},
    {"majority", "of:1.3 leader:3.5"},
    {"make",
     "a:3.3 it:3.8 him:5 up:5 you:5 sure:5.3 an:5.5 her:5.5 me:5.5 them:5.5 any:6 his:6 my:6 their:6 this:6 "
     "your:6 more:6.5 out:6.5 some:6.5 us:6.5 use:6.5 its:7"},
    {"makes", "it:3.3 me:4.5 you:5 him:5.5 sense:6 up:6"},
    {"making", "a:3.3 it:4 him:5 up:5 an:5.5 his:5.5 me:6 their:6"},
    {"man",
     "who:3.8 and:4 in:4 of:4 was:4.3 had:4.8 with:4.8 is:5 that:5.5 as:6 could:6 from:6 has:6 on:6 said:6 "
     "at:6.5 whom:6.5 whose:6.5"},
    {"managed", "to:0.7 by:4"}, {"manager", "of:2 and:4 at:4"},
    {"many",
     "of:2.8 people:4.3 years:4.5 other:5 times:5.3 are:6 men:6 more:6 things:6 who:6 days:6.5 were:6.5 "
     "americans:7 cases:7 different:7 ways:7"},
    {"mark", "of:3.5 on:4.5"}, {"market", "and:3.5 for:4 in:4 is:4.5 share:5"},
    {"married", "to:3.3 and:3.8 in:4.5 man:6 woman:6"}, {"mass", "of:2 shooting:5"},
    {"master", "of:2 and:4 was:5 said:6"}, {"matter", "of:2.3 with:4 is:5 what:5 how:5.5"},
    {"matters", "of:3 to:4 in:4.5"},
    {"may", "be:1.8 have:3 not:4 also:5.5 you:5.5 or:6 well:6 even:6.5 only:6.5"},
    {"maybe", "you:4 it:4.5 it's:5"},
    {"me",
     "to:3.5 that:4.5 for:5 with:5.3 at:5.5 but:5.5 on:5.5 from:6 if:6 what:6 about:6.3 how:6.5 out:6.5 "
     "up:6.5 when:6.5 again:7 back:7 into:7 see:7 tell:7"},
    {"mean", "to:3 that:3.3 you:4 it:4.5 by:4.8"}, {"means", "of:2.3 that:3.5 to:3.5 for:5 by:6"},
    {"meant", "to:2.3 that:3.5 by:5 for:5 it:5"}, {"measure", "of:2.8"}, {"meet", "the:3 with:3.8 him:4 her:5"},
    {"meeting", "of:2.8 with:2.8 in:3.8 on:4.5"}, {"member", "of:0.8 states:4"},
    {"members", "of:0.7 who:4.5 were:5"}, {"memory", "of:1.5 and:3.5"},
    {"men", "and:3 of:3.5 in:4 who:4 were:4.3 are:5 had:5 have:5.5 on:6 with:6"},
    {"mental", "health:2.5 and:4 illness:4"}, {"mentioned", "in:3 that:4"},
    {"middle", "of:0.8 east:3 class:3.5 school:4.5 aged:5.5"},
    {"might", "be:2.3 have:2.3 not:4.5 well:6 make:7 say:7"}, {"mile", "and:4 from:4 away:4.5"},
    {"miles", "from:3.3 and:4 away:4 of:4 an:4.5 north:5 south:5"},
    {"military", "and:3.8 forces:4.5 officials:5 service:5"},
    {"million", "in:3 people:3.8 dollars:4 to:4 for:4.5 from:5 or:5 years:5.5"},
    {"mind", "and:3.3 of:4 was:4 that:4.5 is:4.8 as:5.5"}, {"minister", "of:2.5 and:4 said:5 was:5"},
    {"minute", "and:4 or:4.5 he:5"}, {"minutes", "later:3.5 of:4 to:4 after:4.5 before:5 he:5"},
    {"moment", "and:3.8 of:4 he:4.5 that:4.5 when:4.8 later:5 she:5 as:5.5 before:5.5 it:5.5"},
    {"moments", "of:3 later:4"}, {"monday", "morning:4 night:4 that:4.5"},
    {"money", "and:3.5 to:3.8 for:4 in:4.5 from:5 is:5 that:5 he:5.5 on:5.5 or:6"},
    {"month", "of:3.5 ago:4.5 in:4.5 after:5"}, {"months", "ago:3.3 of:3.5 in:4 after:4.5 later:4.5 before:5"},
    {"moon", "and:4 was:4"},
    {"more",
     "than:2.2 likely:6 or:6 about:6.3 like:6.5 important:7 people:7 time:7 difficult:7.5 money:7.5 "
     "information:8 serious:8 powerful:8.5"},
    {"morning", "and:4 of:4 in:4.5 at:5 he:5 when:5 after:5.5"},
    {"most",
     "of:2.8 important:5 people:5.5 likely:6 part:6 recent:6 men:6.5 other:6.5 beautiful:7 cases:7 common:7 "
     "famous:7 popular:7 powerful:7 extraordinary:7.5 interesting:7.5"},
    {"mother", "and:3 was:3.8 of:4 had:4.3 is:5 said:5.5 who:5.5 would:6"}, {"motion", "of:3 to:3.5 and:4"},
    {"mouth", "and:3 of:3 was:4"}, {"moved", "to:3 from:4 away:4.5 by:4.5 in:4.5 into:4.5 on:4.5"},
    {"mr", "mrs:8"}, {"much", "as:4 more:4.3 better:5.5 about:6 less:6 like:6 so:6 time:6 too:6.5 money:7"},
    {"murder", "of:2.5 in:3.5 and:3.8 charges:5"}, {"music", "and:3.3 of:4 in:4.5 was:4.5"},
    {"must",
     "be:2 have:2.8 not:3.5 go:5.5 also:6 come:6 get:6 make:6 say:6 take:6 we:6 give:6.5 know:6.5 never:6.5 "
     "see:6.5 tell:6.5"},
    {"my",
     "own:4.5 dear:5.3 father:5.3 mother:5.8 friend:6 heart:6 life:6 lord:6 mind:6.3 name:6.3 wife:6.3 "
     "eyes:6.5 hand:6.5 head:6.5 brother:6.8 first:7 friends:7 god:7 house:7 little:7 way:7 boy:7.5 "
     "daughter:7.5 face:7.5 family:7.5 hands:7.5 husband:7.5 love:7.5 old:7.5 room:7.5 sister:7.5 child:8 "
     "good:8 lady:8 opinion:8 part:8 word:8 work:8 arms:8.5 back:8.5 country:8.5 feet:8.5 job:8.5 "
     "people:8.5 place:8.5 soul:8.5 uncle:8.5"},
    {"myself", "in:4 on:5.5 up:5.5"}, {"name", "of:2.3 is:3.8 was:3.8 and:4 for:5.5"},
    {"named", "after:4 as:4.5"}, {"narrow", "escape:6"}, {"nation", "and:4 of:4"},
    {"national",
     "security:3.5 park:4.5 guard:5 association:5.5 bank:6 committee:6 institute:6 league:6 team:6"},
    {"nations", "and:4 security:4.5"}, {"natural", "gas:4 history:5 resources:5 that:5"},
    {"nature", "of:1.8 and:3.5 is:4.5"}, {"near", "the:1.5 him:5 enough:6"},
    {"nearly", "all:4 as:5 two:5 three:5.5 every:6 half:6"}, {"necessary", "to:1.5 for:3 that:4"},
    {"neck", "and:3 of:3"}, {"need", "to:2 for:3 of:3.8 not:4.3 be:4.5 it:5"}, {"needed", "to:2 for:4 in:4.5"},
    {"needs", "to:2 of:3"}, {"neither", "of:2.5"},
    {"never",
     "been:3.3 be:4 had:4.3 have:4.5 seen:5 before:5.3 heard:5.8 again:6 saw:6 could:6.5 did:6.5 mind:6.5 "
     "forget:7 get:7 knew:7 know:7 made:7 see:7 thought:7"},
    {"new",
     "york:0.5 jersey:5.5 england:7 orleans:7 world:7 year:7 hampshire:7.5 life:7.5 mexico:7.5 zealand:7.5 "
     "law:8 delhi:9"},
    {"news", "of:3.5 agency:4.5 conference:4.5 that:4.5 release:5 media:6"}, {"newspaper", "reported:5"},
    {"next",
     "day:3.3 to:3.3 morning:4 year:4 week:4.5 time:5.3 month:5.5 door:6 few:6 moment:6 two:6 generation:7 "
     "step:7 three:7"},
    {"night", "and:3.8 of:4 in:4.3 at:5 before:5 he:5 that:5 was:5 when:5.3 after:5.5 with:5.5"},
    {"nine", "years:4.5 months:5 hundred:5.5"},
    {"no",
     "one:3 more:4 longer:4.3 doubt:4.8 other:5.3 man:5.5 matter:5.8 idea:6 such:6 way:6 means:6.5 "
     "reason:6.5 time:6.5 use:6.5 better:7 evidence:7 further:7 good:7 great:7 less:7 need:7 sign:7 "
     "sooner:7 answer:7.5 chance:7.5 difference:7.5 money:7.5 place:7.5 question:7.5 right:7.5 word:7.5 "
     "choice:8 difficulty:8 harm:8 part:8 sound:8 intention:8.5 mistake:8.5 power:8.5"},
    {"nobody", "could:4 else:4 was:4.5 has:5 knows:5"}, {"none", "of:1.5 but:5"},
    {"nor", "did:4.5 was:4.8 any:5 can:5.5 had:5.5 have:5.5 could:6 would:6"},
    {"north",
     "korea:3.5 of:3.5 and:3.8 carolina:4 america:4.5 korean:5 american:5.5 side:5.5 africa:6 sea:6 east:7 "
     "west:7"},
    {"not",
     "be:4.4 have:4.9 only:4.9 know:5.1 so:5.1 been:5.4 yet:6.1 even:6.4 see:6.4 think:6.4 like:6.6 "
     "more:6.6 much:6.6 one:6.6 very:6.6 want:6.6 go:6.9 quite:6.9 say:6.9 any:7.1 enough:7.1 get:7.1 "
     "going:7.1 long:7.1 make:7.1 mean:7.1 seem:7.1 sure:7.1 take:7.1 until:7.1 able:7.6 always:7.6 "
     "because:7.6 believe:7.6 care:7.6 find:7.6 give:7.6 help:7.6 immediately:7.6 just:7.6 let:7.6 tell:7.6 "
     "understand:7.6 without:7.6 allow:8.1 being:8.1 far:8.1 hear:8.1 look:8.1 really:8.1 speak:8.1 too:8.1 "
     "clear:8.6 feel:8.6 likely:8.6 wish:8.6 afraid:9.1"},
    {"note", "of:3.5 that:4 to:4"}, {"noted", "that:1.5 in:4"},
    {"nothing", "but:4 more:4.5 about:5 else:5 could:6 can:6.5 less:7 whatever:7.5"},
    {"notice", "of:2.5 that:4"},
    {"now", "that:4 he:4.5 it:4.8 you:5 she:5.5 they:5.5 we:5.5 been:6 there:6 if:6.5 know:8"},
    {"nuclear", "weapons:2 power:3 program:3.5 war:5 weapon:5"}, {"number", "of:0.6 one:5"},
    {"numbers", "of:1.5 are:4.5"}, {"o", "clock:2"}, {"o'clock", "in:2 and:4 he:5 on:5"},
    {"object", "of:2 in:4.5 is:5"}, {"obliged", "to:0.5"}, {"occasion", "of:2.8 to:3.5 when:4"},
    {"occurred", "to:2.3 in:3 at:4 on:4"},
    {"of",
     "the:2 his:4.8 this:5.1 their:5.4 all:5.6 her:5.8 my:5.9 which:5.9 them:6.1 its:6.3 these:6.4 "
     "course:6.6 him:6.6 our:6.6 those:6.6 your:6.8 any:7.1 such:7.1 two:7.1 us:7.1 being:7.4 new:7.4 "
     "some:7.4 life:7.6 other:7.6 people:7.6 state:7.6 whom:7.6 every:7.9 many:7.9 both:8.1 god:8.1 "
     "great:8.1 himself:8.1 three:8.1 time:8.1 england:8.6 four:8.6 having:8.6 human:8.6 law:8.6 money:8.6 "
     "things:8.6 water:8.6 women:8.6 work:8.6 death:9.1 fact:9.1 fire:9.1 five:9.1 france:9.1 high:9.1 "
     "justice:9.1 light:9.1 making:9.1 mind:9.1 old:9.1 power:9.1 public:9.1 representatives:9.1 sight:9.1 "
     "small:9.1 view:9.1 white:9.1 years:9.1 young:9.1 children:9.3 mine:9.3 europe:9.4 mrs:9.4 nature:9.4 "
     "america:9.6 art:9.6 blood:9.6 business:9.6 city:9.6 commerce:9.6 congress:9.6 education:9.6 "
     "health:9.6 history:9.6 labor:9.6 large:9.6 london:9.6 love:9.6 thought:9.6 peace:9.9 students:9.9 "
     "workers:9.9 fear:10.1 hope:10.1 interest:10.1 joy:10.1 police:10.1 trade:10.1 parliament:10.6 "
     "commons:11.1"},
    {"off", "the:2.3 from:5 his:5 with:5 at:5.5 on:5.5 her:5.8 my:6"}, {"offer", "of:3.5 to:3.8"},
    {"offered", "to:3 a:3.5 by:4 him:4.5 in:4.5"}, {"office", "of:2.5 and:3.5 in:4 on:4.8 said:4.8 for:5"},
    {"officer", "of:3.5 and:4 in:4 who:4 was:4.5"}, {"officers", "of:3 and:3.8 in:4 were:4 who:4"},
    {"officials", "said:2.5 in:3.5 and:4 have:4 who:4.5 are:5"}, {"often", "as:5 be:5 been:5 have:6"},
    {"oh", "yes:4 my:4.5 no:4.5 you:5 it's:6 that's:6 what:6 don't:6.5"},
    {"oil", "and:2.8 prices:3.5 company:5"},
    {"old",
     "man:3 woman:5 lady:5.3 gentleman:5.8 age:6 boy:6.5 fellow:6.5 friend:6.5 house:6.5 men:6.5 one:6.5 "
     "time:6.5 days:7 enough:7 fashioned:7 friends:7 girl:7 world:7 testament:8"},
    {"on",
     "the:1.9 his:5 her:5.8 this:5.8 my:6 their:6.3 friday:6.5 him:6.5 monday:6.5 saturday:6.5 sunday:6.5 "
     "thursday:6.5 tuesday:6.5 wednesday:6.5 its:6.8 your:7 our:7.5 some:7.5 these:7.5 account:8 both:8 "
     "top:8 another:8.5 april:8.5 august:8.5 being:8.5 board:8.5 december:8.5 each:8.5 earth:8.5 either:8.5 "
     "every:8.5 february:8.5 january:8.5 july:8.5 june:8.5 march:8.5 november:8.5 october:8.5 september:8.5 "
     "those:8.5 behalf:9 charges:9 fire:9 foot:9 twitter:9 whether:9 condition:9.5 shore:9.5 television:9.5 "
     "trial:9.5 horseback:10"},
    {"once", "more:3.5 again:6 upon:6.5 said:7"},
    {"one",
     "of:1.8 another:5.5 day:5.5 who:5.5 or:5.8 thing:5.8 man:6 more:6 could:6.3 hundred:6.3 can:6.5 "
     "has:6.5 time:6.5 would:6.5 year:6.5 hand:6.8 side:6.8 else:7 might:7 morning:7 night:7 thousand:7 "
     "does:7.5 million:7.5 should:7.5 way:7.5 end:8 knows:8 moment:8 whom:8 whose:8 word:8"},
    {"ones", "who:4 are:4.5 that:4.5"},
    {"only",
     "one:4.5 be:5 thing:6 two:6 way:6 when:6 been:6.5 if:6.5 time:6.5 after:7 because:7 just:7 three:7"},
    {"onto", "the:1 his:5"}, {"open", "and:3.8 to:4 air:5 door:5 up:5 window:6"},
    {"opened", "the:2 and:4 in:4 his:4.5 her:5 on:5 fire:6"}, {"opening", "of:2"},
    {"operations", "in:3.5 and:4"}, {"opinion", "of:2.5 that:3.5 is:4.5 on:4.5"},
    {"opportunity", "to:1.3 of:2.5 for:3"}, {"opposed", "to:1.3"}, {"opposite", "the:3 direction:5 side:5"},
    {"or",
     "not:5 more:5.3 at:5.5 two:5.5 any:6 other:6 three:6 even:6.3 if:6.3 so:6.3 less:6.5 else:7 four:7 "
     "rather:7 some:7 another:7.5 five:7.5 something:7.5 anything:8 both:8 whether:8 because:8.5 women:8.5"},
    {"orange", "county:4"}, {"order", "to:1.5 of:3.5 that:3.8"}, {"ordered", "the:3 to:3 by:4 him:4.5"},
    {"orders", "of:3 to:3.3 for:4 from:4"}, {"organization", "of:3 and:4 that:4"}, {"origin", "of:1.3"},
    {"other",
     "people:4.5 than:4.5 side:5 hand:5.5 things:5.5 countries:6 men:6 words:6 day:6.3 one:6.3 way:6.5 "
     "end:7 parts:7 person:7 two:7 part:7.5 place:7.5 states:7.5 time:7.5 women:7.5 half:8 kind:8.5 "
     "reason:8.5 people's:9"},
    {"others", "who:4 in:4.5 were:4.5 are:5 have:5"}, {"ought", "to:0.4"},
    {"our",
     "own:3.8 country:6 lives:6.5 lord:7 people:7 first:7.5 friends:7.5 time:7.5 father:8 great:8 house:8"},
    {"out", "of:1.5 for:5 on:5 from:6 into:6 there:6 here:7 upon:7 loud:7.5"},
    {"outside", "the:2 of:2.8 world:6"},
    {"over", "the:2 his:5 her:5.5 again:6 all:6 him:6 them:6 there:6 my:6.5 their:6.5 its:7 time:7 here:8"},
    {"owing", "to:1"},
    {"own", "way:5.5 hands:6 house:6 life:6 people:6 mind:6.3 country:6.5 home:7 room:7 accord:8"},
    {"owned", "by:2"}, {"owner", "of:1.8 and:4"}, {"p", "m:1"}, {"page", "of:3 and:4"},
    {"paid", "for:3.3 to:3.3 by:4.5 him:5.5 off:6 attention:7"}, {"pair", "of:0.8"}, {"palo", "alto:1"},
    {"paper", "and:3.5 in:4 on:4.5"}, {"part", "of:0.9 in:3.3 time:5.5"}, {"particularly", "in:3.3 when:5"},
    {"parties", "and:4 in:4 to:4"}, {"parts", "of:0.8 and:4"},
    {"party", "of:3.3 and:4 in:4 leader:5 was:5 leaders:5.5"}, {"pass", "through:4 it:4.5 on:4.5"},
    {"passed", "through:3.8 by:4.3 on:4.3 away:4.5 in:4.5 over:5 from:5.5 into:5.5 out:5.5"},
    {"past", "few:5 year:5 three:5.5 two:5.5 years:5.5 five:6 him:6 ten:6 week:6 decade:6.5"},
    {"path", "of:3 to:3.5 that:4"}, {"pay", "for:3 to:4 it:5 attention:5.5 his:5.5 more:6 off:6"},
    {"peace", "and:3 of:4 in:4.5 with:4.5 talks:5"},
    {"people",
     "who:3.3 in:3.8 and:4 are:4.3 were:4.5 have:5 from:5.5 had:5.5 that:5.5 with:5.5 as:6 at:6 can:6 on:6 "
     "will:6 would:6"},
    {"people's", "republic:4 party:5"},
    {"per", "cent:1.3 year:3.5 share:4.5 day:5 hour:5.5 week:5.5 capita:6 month:6 person:6"},
    {"percent", "of:1.5 in:3.5 to:4 from:4.5 increase:6"},
    {"perhaps", "it:4 you:4.5 he:4.8 they:5.5 because:6 even:6 more:6 we:6"}, {"period", "of:1.5 in:4"},
    {"person", "who:3 in:4 of:4"}, {"persons", "who:3 of:4 in:4.5 were:5"},
    {"phone", "call:3 and:3.8 calls:4.5 number:4.5"}, {"picked", "up:1"}, {"piece", "of:0.8"},
    {"place", "in:3.3 of:3.8 to:3.8 and:4 for:4 where:4 at:4.8 on:4.8 as:5.5 by:5.5 he:5.5"},
    {"placed", "in:3 on:3.3 his:4.5 upon:5"}, {"plan", "to:2 for:3.3 of:3.8 that:4.5"},
    {"planned", "to:2 for:4"}, {"planning", "to:2 and:3"}, {"plans", "to:1.3 for:2.3"},
    {"play", "in:4 with:4.5"}, {"played", "a:3.5 in:3.5 by:4 with:4.5"}, {"player", "in:4 of:4"},
    {"plenty", "of:0.4"}, {"point", "of:2.3 to:3.8 in:4.3 that:4.5 at:5 is:5 out:5 where:5"},
    {"pointed", "out:2 to:2.5 at:4"}, {"points", "of:3.5 and:4 in:4 out:4 to:4"},
    {"police",
     "said:3 officer:3.8 and:4 department:4 officers:4 have:4.5 in:4.5 chief:5 were:5 station:5.5 force:6 "
     "custody:7"},
    {"policy", "of:3 and:3.5 in:4.5"}, {"political", "parties:5 party:5 power:5.5 leaders:6 science:6"},
    {"poor", "fellow:5.5 little:5.5 people:5.5 man:6 old:6 boy:7 girl:7"}, {"pope", "francis:2.5 john:4"},
    {"popular", "with:5"}, {"population", "of:2"}, {"position", "of:2.8 to:3.3 and:4 in:4 as:5 on:5"},
    {"possession", "of:1"}, {"possibility", "of:1.3 that:3"}, {"possible", "to:2 that:3.5 for:4"},
    {"power", "of:2.5 to:3 and:3.8 in:4.5 is:5 over:5 plant:6"}, {"powers", "of:2.3 and:4"},
    {"prepared", "to:2 for:2.8 by:5"}, {"presence", "of:1.5 in:4"},
    {"present", "in:4 time:4.8 at:5 day:5 moment:6"},
    {"president", "of:2.5 obama:4 trump:4 bush:4.5 barack:5 clinton:5 donald:5 has:5 was:5 who:5 george:6"},
    {"press", "conference:3 and:4 release:4.5 secretary:4.5"}, {"pressure", "on:2.3 to:3.5 from:4 of:4"},
    {"pretty", "much:4.5 good:5 well:5 girl:6 little:6"}, {"prevent", "the:3 him:4 it:4.5 me:5 them:5"},
    {"price", "of:1.8 for:4"}, {"prices", "and:4 for:4 in:4 of:4"}, {"prime", "minister:0.4 ministers:5"},
    {"principal", "of:3 at:4"}, {"prison", "and:3.8 for:4 in:4 sentence:5 camp:6"},
    {"private", "sector:5 property:5.5 secretary:7"}, {"problem", "of:2.5 with:3.3 is:3.5 in:4 for:5"},
    {"problems", "of:3 in:3.5 with:3.5 and:4 that:4.5"}, {"process", "of:2 and:4 is:5"},
    {"produced", "by:3 in:4"}, {"professor", "of:1.2 at:2"}, {"profit", "of:3 from:4"},
    {"program", "for:4 in:4 to:4 that:4.5 at:5"}, {"proof", "of:1.8 that:3"}, {"property", "of:2.5 and:3.5"},
    {"proposed", "to:3 by:3.5 that:4.5"}, {"protect", "the:2.5 him:5 themselves:5"},
    {"proud", "of:2 to:3.5 and:4"}, {"prove", "that:2.3 to:3 it:4"}, {"proved", "to:2 that:3.5"},
    {"provide", "a:3.3 for:3.5 an:5"}, {"provided", "by:3 for:3 that:3.5 with:3.5"},
    {"public",
     "health:3.8 and:4 opinion:5 school:5 schools:5 service:5.5 library:6 life:6 affairs:6.5 square:6.5 "
     "works:6.5"},
    {"published", "in:2.3 by:3 on:4"}, {"pulled", "out:3 up:3.5 his:4.5 down:5"}, {"purpose", "of:1.5 to:4"},
    {"pursuit", "of:1"}, {"push", "for:3.5 to:4 through:5"},
    {"put",
     "on:3.8 in:4 it:4 his:4.3 out:4.8 up:4.8 down:5 her:5 him:5 into:5 an:5.5 my:5.5 them:5.5 away:6 me:6 "
     "off:6 your:6.5 forward:7 together:7"},
    {"quality", "of:1.3 and:3.5"}, {"quantity", "of:0.7"}, {"quarter", "of:2 earnings:6"},
    {"queen", "of:3 and:4 elizabeth:4 victoria:5"},
    {"question", "of:2.5 is:4 that:4.5 was:4.5 about:5 for:5 whether:5.5"},
    {"questions", "about:3 and:4 of:4 to:4 that:4.5 from:5"}, {"quickly", "and:4 as:4"},
    {"quite",
     "as:4.5 so:4.5 sure:5 different:5.5 right:5.5 well:5.5 another:6.5 clear:6.5 enough:6.5 possible:6.5 "
     "too:6.5 certain:7 true:7 ready:7.5 unable:7.5 understand:7.5"},
    {"race", "and:4 of:4 for:4.5 in:4.5"}, {"raised", "his:3.3 her:3.8 in:4.5 by:5"},
    {"ran", "to:3.5 away:4 down:4 into:4 for:4.5 out:4.5 through:4.5 up:4.5 off:5 over:5 across:5.5"},
    {"range", "of:1.5 from:4"}, {"rate", "of:2 for:4 in:4 than:5.5"}, {"rates", "of:3.3 and:4 in:4 for:4.5"},
    {"rather", "than:1.8 be:5 have:5.5 more:5.5"}, {"reached", "the:2.3 out:4 for:4.5 at:5 by:5 his:5 her:5.5"},
    {"read", "the:3 it:4 in:4.5 by:5 that:5"}, {"ready", "to:1.5 for:3"},
    {"real", "estate:2.5 life:5 world:5.5"}, {"really", "have:5.5 want:5.5"}, {"rear", "of:2 admiral:6"},
    {"reason", "to:2.5 for:2.8 why:3.5 that:4 is:4.5"}, {"reasons", "for:2 of:4 why:4"},
    {"received", "a:3.3 by:4 from:4 in:4.5 an:5 with:5"},
    {"recent", "years:2.5 months:4 weeks:4 days:5 history:6"}, {"recognized", "as:3 by:4"},
    {"record", "of:2.3 and:4 for:4.5 in:4.5"}, {"red", "cross:5 sea:6"}, {"referred", "to:1"},
    {"refused", "to:0.9"}, {"regard", "to:1.5 for:3 as:4"}, {"regarded", "as:2 him:4.5 it:5"},
    {"related", "to:1.2 by:5"}, {"relations", "with:2.3 between:3 and:4 of:4"},
    {"relationship", "with:2 between:2.5"}, {"released", "on:3 from:3.3 by:3.5 in:3.5"},
    {"relief", "of:3 and:4 to:4 that:4.5"}, {"remain", "in:2.5 at:5"}, {"remained", "in:3 at:5 silent:5.5"},
    {"remains", "of:2.5 a:3.5 to:3.5 in:4"}, {"remember", "that:3 it:4.5 him:5 how:5 what:5 you:5"},
    {"report", "of:3.3 on:3.3 by:4 that:4 from:4.5 said:4.5"}, {"reported", "that:2.8 to:3.3 by:4 in:4 on:4"},
    {"republic", "of:1.5"}, {"republican", "party:3.5 leaders:6"},
    {"research", "and:3 in:4 on:4 center:4.5 institute:4.5"}, {"resolved", "to:1.5"},
    {"respect", "to:2.3 for:2.5 and:4 of:4"}, {"response", "to:1.3 from:4"}, {"responsible", "for:1 to:4"},
    {"rest", "of:1.2 and:3.5 in:4.5 on:4.5"}, {"result", "of:1.5 in:3.5 was:4 is:4.5"},
    {"results", "of:2.3 in:3.5"}, {"return", "to:1.8 of:3.5 for:4 from:4.5 home:5"},
    {"returned", "to:1.8 from:3 with:4.5 home:5"}, {"rid", "of:0.2"},
    {"right", "to:2.8 and:4 hand:4 in:4.5 now:5 or:5.5 away:6 side:6 arm:6.5 up:6.5 you:6.5 wing:7"},
    {"rights", "of:2.8 and:3.5 to:4 group:5.5 movement:5.5 groups:6 abuses:6.5"},
    {"rise", "to:2.5 in:3.3 of:3.5 and:4 up:5"}, {"risk", "of:1.3"}, {"river", "and:3.5 in:4.5 was:5"},
    {"road", "to:3 and:3.5 in:4 from:5 was:5"}, {"role", "in:1.5 of:2.5 as:4"},
    {"room", "and:3 for:4 in:4 was:4 with:4.8 at:5 he:5"},
    {"rose", "to:2.8 and:3.8 from:3.8 in:4.5 up:5 by:6 percent:7"},
    {"round", "the:2 and:3.8 his:4.5 her:5 him:5.5 about:6"}, {"royal", "family:4 highness:5 college:6"},
    {"rule", "of:2 in:4 that:4"}, {"run", "for:4 away:4.5 by:4.5 in:4.5 out:4.8 into:5 on:5 up:5.5"},
    {"running", "for:4 in:4.5 away:5 down:5 out:5"},
    {"russian", "president:3.5 federation:5 forces:5 foreign:5"},
    {"said",
     "the:3 he:3.5 that:3.5 in:4.5 it:4.5 mr:5 she:5 on:5.5 they:5.5 you:5.8 his:6 there:6 this:6 we:6 "
     "at:6.5 mrs:6.5 about:7 if:7 nothing:7 dr:8 john:8 miss:8 police:8 yes:8"},
    {"sake", "of:1.3"}, {"san", "francisco:1 diego:2.5 antonio:4 jose:4"},
    {"sat", "down:2.5 in:3.5 on:3.5 at:4 by:5 there:5 up:5 with:5 for:5.5 upon:5.5"},
    {"saturday", "night:3.5 morning:4 afternoon:5"}, {"saudi", "arabia:0.7 arabian:5"},
    {"save", "for:4.5 his:4.5 him:5 me:5"},
    {"saw", "the:3 that:3.5 him:4.3 it:4.5 her:5 his:5.3 them:5.5 an:6 me:6 you:6 nothing:6.5"},
    {"say",
     "that:2.8 it:4.3 he:4.8 so:5 they:5 you:5 what:5.3 we:5.5 anything:6 nothing:6 she:6 there:6 this:6 "
     "how:6.5"},
    {"saying", "that:2.3 he:4 it:4.5 they:5 she:5.5"}, {"says", "he:3.8 that:3.8 it:4.5 she:4.5 they:5.5"},
    {"school", "of:3 and:3.8 in:3.8 board:4.5 district:4.5 students:4.5 for:5.5 year:5.5 children:6 teacher:6"},
    {"science", "and:2.3 of:3.8 fiction:4"}, {"sea", "and:3.5 was:4.5 level:5.5"},
    {"search", "of:1.8 for:2.3 and:3.5"}, {"seat", "in:3 of:3 and:4 on:4 at:4.5"},
    {"second", "time:4 half:5 or:5 he:5.5 world:5.5 day:6 floor:6 largest:6 quarter:6"},
    {"secretary", "of:1.3 general:2.8 for:5 said:5"},
    {"security", "council:3.3 and:3.5 forces:3.5 officials:5 adviser:6"},
    {"see",
     "it:3.8 that:3.8 you:3.8 him:4.3 what:4.8 her:5 how:5 if:5 me:5 them:5 any:5.5 his:5.5 my:6 this:6 "
     "nothing:6.5 us:6.5 where:6.5 whether:6.5 why:6.5 your:6.5"},
    {"seeking", "to:2 a:3.5 for:5"}, {"seem", "to:1.3 like:4.5 that:4.5 so:5.5 very:6"},
    {"seemed", "to:1 as:4.5 like:4.5 that:4.5 so:5.5 very:6 quite:6.5"},
    {"seems", "to:1 that:3.5 like:4 as:5 so:5.5 very:6"},
    {"seen", "in:3.8 as:4.3 him:4.5 by:4.8 it:4.8 at:5 from:5 her:5 that:5 any:5.5 his:6"},
    {"self", "defense:4.5 control:5 defence:5 respect:5"}, {"sell", "it:4 their:5"},
    {"senate", "majority:4 judiciary:5.5"}, {"send", "for:4 him:4.5 you:4.5 it:5 me:5"},
    {"senior", "vice:4 fellow:5 official:5 officials:5 lecturer:6"}, {"sense", "of:1 that:5"},
    {"sent", "to:2.5 for:4 him:4.3 by:4.5 out:5 from:5.5 me:5.5 up:5.5 down:6 his:6 them:6"},
    {"sentenced", "to:0.8"}, {"series", "of:0.5"}, {"serious", "injuries:5"},
    {"served", "as:2.5 in:3.5 on:4 for:5 with:5.5"}, {"service", "and:3.5 in:3.5 of:3.5 to:4 for:4.5"},
    {"set", "of:3.5 up:3.5 out:4.3 in:4.5 by:5 for:5 off:5 on:5 down:6 forth:6 his:6 upon:6 aside:6.5"},
    {"seven", "years:4 days:5 hundred:5 or:5 months:5.5"},
    {"several",
     "times:4 years:4.3 days:5 other:5 hours:5.5 months:5.5 people:6 hundred:6.5 minutes:6.5 weeks:6.5"},
    {"sexual", "assault:2.5 abuse:3 harassment:3"},
    {"shall", "be:2.3 have:3.3 not:3.5 we:5 never:5.5 go:6 see:6 find:6.5 make:6.5 take:6.5"},
    {"share", "of:2 in:3.5 with:4.5"},
    {"she",
     "was:2.8 had:3 said:4.3 has:5 would:5 could:5.3 did:5.5 looked:6.3 knew:6.5 went:6.5 will:6.5 came:6.8 "
     "saw:6.8 thought:6.8 asked:7 felt:7 might:7 must:7 never:7 should:7 told:7 turned:7 seemed:7.3 can:7.5 "
     "didn't:7.5 gave:7.5 made:7.5 says:7.5 took:7.5 added:8 also:8 began:8 cried:8 does:8 found:8 got:8 "
     "heard:8 sat:8 stood:8 wanted:8 answered:8.5 couldn't:8.5 just:8.5 left:8.5 put:8.5 replied:8.5 "
     "smiled:8.5 wasn't:8.5 loved:9 spoke:9 wouldn't:9"},
    {"she'd", "been:4 have:5 never:6"}, {"she's", "not:4 been:5 got:5.5"}, {"ship", "and:3.8 was:4 in:4.5"},
    {"shook", "his:2 her:2.5 hands:4"}, {"short", "of:4 time:4.5 term:5 distance:6 story:6"},
    {"shot", "and:3.3 in:3.8 at:4 by:4 dead:4.5 him:5 through:5.5 up:6"},
    {"should", "be:2 have:2.5 not:3.5 like:5 go:6 never:6 we:6 also:6.5 make:6.5 say:6.5 take:6.5 think:6.5"},
    {"shoulder", "and:3.5 of:4"}, {"show", "that:3 you:4.5 him:5 his:5 how:5 me:5.5"},
    {"showed", "that:3 him:4.5 no:5 up:5.5"}, {"shut", "the:2.8 down:3.5 up:3.5 his:4.5"},
    {"side", "of:1.2 and:3.5 by:4.5 was:5.5"}, {"sides", "of:2 and:4"}, {"sight", "of:1.3"},
    {"sign", "of:1.5 that:3.5 up:4.5"}, {"signed", "by:2.3 a:3 the:3 an:5"},
    {"silence", "of:3 and:3.5 for:4.5 in:4.5"}, {"similar", "to:1.5"},
    {"since", "the:2.3 he:4 then:4 she:5.3 they:5.5 we:5.5 you:5.5 been:6 last:6.5"},
    {"sir", "i:4 said:5 john:6"}, {"sister", "and:3 was:4.5 had:5"},
    {"sit", "down:3 in:3.5 and:4 on:4 at:5 there:5 up:5"},
    {"sitting", "in:2.3 on:3 at:3.5 down:5 there:5 room:6"}, {"situation", "in:2 is:3.5 and:4 was:4.5"},
    {"six", "months:3.8 years:4 weeks:5 days:5.5 hours:5.5 hundred:5.5 or:5.5 feet:6 people:6.5"},
    {"sixty", "years:4.5"}, {"size", "of:1.3 and:4"}, {"sky", "and:3.5 was:4"},
    {"sleep", "and:3.8 in:4 for:5 on:5"}, {"slept", "in:3 on:4"}, {"slowly", "and:3 from:5.5"},
    {"small", "business:5 number:5.5 businesses:6 group:6 town:6 boy:6.5 part:6.5"},
    {"smile", "of:3.8 and:4 on:4.5 at:5 that:5"},
    {"so",
     "much:3.8 that:4 far:4.5 many:4.5 long:5 as:5.3 they:5.5 you:5.5 we:5.8 great:6 she:6 very:6 well:6 "
     "little:6.3 good:6.5 if:6.5 there:6.5 when:6.5 called:7 soon:7 bad:7.5 did:7.5 often:7.5 strong:7.5 "
     "beautiful:8 close:8 large:8 sorry:8 clearly:8.5 few:8.5 glad:8.5"},
    {"social", "media:2.8 and:4 security:4 life:5.5 services:5.5 science:6 work:6 workers:6"},
    {"society", "of:2.8 and:3.5 for:4.5 is:5"}, {"sold", "to:3.5 for:3.8 in:4 by:4.5 at:5 his:5.5"},
    {"soldiers", "and:3 in:4 of:4 were:4 who:4.5"},
    {"some",
     "of:2.3 time:4.8 other:5 one:5.3 people:5.5 sort:5.5 kind:6 way:6 years:6 day:6.5 more:6.5 days:7 "
     "little:7 men:7 minutes:7 new:7 reason:7 cases:7.5 degree:7.5 money:7.5 part:7.5 two:7.5 very:7.5 "
     "distance:8 extent:8.5 means:8.5"},
    {"somebody", "else:3.5 had:5 who:5"}, {"someone", "who:3 else:4 had:5.5"},
    {"something", "that:4 like:4.8 about:5 else:5 more:5.5 which:6 very:6.5"}, {"sometimes", "they:5"},
    {"son", "of:1.8 and:3.3 was:4 is:4.5 who:5"}, {"soon", "as:2 after:3.8 be:5 became:6.5 found:6.5"},
    {"sooner", "or:2.5 than:3 had:4"}, {"sorry", "for:3 to:3.5 i:4 that:4 but:5 he:5.5"}, {"sort", "of:0.5"},
    {"soul", "of:3.3 and:3.5 is:4.5 was:5"}, {"sound", "of:1.3 and:4 like:4.5"}, {"source", "of:1.8 said:5"},
    {"sources", "of:3 and:4 said:4 in:4.5"},
    {"south",
     "africa:3.3 of:3.5 and:4 carolina:4.3 korea:4.3 african:5 america:5 korean:5 american:6 side:6 "
     "china:6.5 east:7 wales:7 west:7"},
    {"soviet", "union:1.5"}, {"space", "and:4 of:4 for:5 station:5"},
    {"speak", "to:2.8 of:3.8 with:5 out:5.5 up:6"}, {"speaking", "of:3.5 to:3.5 in:4.5 on:5 with:5"},
    {"special", "agent:5 counsel:5 forces:5.5 envoy:6"}, {"speech", "and:4 in:4 to:4 at:5"},
    {"spend", "the:3 more:5 their:5 time:5"}, {"spent", "the:3 in:4 on:4 his:5 more:5.5 most:5.5 years:6"},
    {"spirit", "of:1.5 and:3.5"}, {"spite", "of:0.2"}, {"spoke", "to:2.5 of:3.3 in:3.8 with:4 on:5 again:5.5"},
    {"spokesman", "for:1.3 said:3"}, {"spokeswoman", "for:1.3 said:3"},
    {"spot", "where:3.5 and:4 in:4.5 on:4.5"}, {"spread", "of:2 out:4 over:4 to:4"},
    {"spring", "of:2.5 and:3.5"}, {"st", "louis:3 paul:4.5 petersburg:4.5 john:5 john's:5 james:6"},
    {"staff", "and:3.5 of:3.5 at:4 members:4.5"}, {"stage", "of:2 and:4"}, {"stairs", "and:3 to:4"},
    {"stand", "in:4 for:4.5 on:4.5 up:4.5 by:4.8 at:5 it:5 out:5"}, {"standard", "of:2.3 and:4"},
    {"standards", "of:2.5 and:3.5"},
    {"standing", "in:3 on:3.5 at:4 by:4 there:4.5 up:4.5 before:5 with:5 near:6"},
    {"start", "of:2 to:4 with:4 at:5 up:5"}, {"started", "to:2.5 in:4 with:4 at:4.8 by:5 on:5 up:5 out:5.5"},
    {"state", "of:2 and:4 department:4.5 university:4.5 for:5 police:5 that:5 law:5.5 senator:6 legislature:7"},
    {"statement", "of:3.3 that:3.3 on:3.8 from:4 said:4 to:4 saying:5"},
    {"states", "of:2.8 and:3.5 in:4 is:4.5 has:5 that:5 would:5.5 supreme:6"},
    {"station", "and:3.5 in:4 at:4.5 was:5"},
    {"stay", "in:2.5 with:3.8 at:4 here:4.5 on:4.5 away:5 home:5 there:5"},
    {"stayed", "in:3 at:3.5 with:4 there:5"}, {"step", "in:4 to:4 by:4.5 forward:4.5 toward:5"},
    {"steps", "to:3 of:3.5 and:4 in:4.5"}, {"still", "in:4 more:4.5 be:5 have:5.5 there:6 has:6.5"},
    {"stock", "market:2.5 exchange:3 and:4 price:4.5 prices:5"}, {"stone", "and:3.8 of:4"},
    {"stood", "in:3.3 at:4 on:4 up:4 there:4.3 by:4.5 before:5 for:5 out:5 with:5 still:5.5 looking:6"},
    {"stop", "to:4 at:4.5 it:4.5"}, {"stopped", "and:3.3 at:4 to:4 by:4.5 in:4.5"},
    {"story", "of:2 and:4 about:4.5 is:4.5 was:4.5 that:5"},
    {"straight", "to:3.8 and:4 into:4 up:4.5 out:5 line:6"}, {"strange", "that:5 thing:5"},
    {"stranger", "to:4 in:4.5 who:4.5"}, {"street", "and:3.3 in:3.8 journal:4 at:5 was:5"},
    {"streets", "of:1.8 and:3.5 in:4"}, {"strength", "of:2.3 and:3.5 to:3.8"},
    {"strong", "and:4 as:5 enough:5"}, {"struck", "by:3.3 him:4 with:4 at:5"},
    {"struggle", "for:2.5 to:3.3 with:4 against:4.5 between:5"}, {"student", "at:2.5 in:3.5 of:3.5 who:4.5"},
    {"students", "and:3 at:3 in:3.5 to:4 who:4 are:4.5 from:5"},
    {"studies", "of:3 in:3.3 and:3.5 at:4 have:4.5"}, {"study", "of:1.8 in:3.5 and:4 by:5 found:5 published:5"},
    {"subject", "of:2 to:2.5 and:4 matter:6"}, {"succeeded", "in:1.3 by:4 to:4"},
    {"success", "of:2.5 in:3 and:4"}, {"successful", "in:3 and:4"},
    {"such",
     "a:1.8 as:2.5 an:4.5 thing:5.5 things:5.5 cases:6 men:6.5 people:6.5 case:7 circumstances:7 "
     "matters:7.5"},
    {"suddenly", "he:4.5 she:5"}, {"suffering", "from:1.5 and:3"}, {"sugar", "and:3"},
    {"suggested", "that:1.3"}, {"sum", "of:1.3"}, {"summer", "of:3 and:3.5"},
    {"sun", "was:3 and:3.5 is:4 had:4.5"}, {"sunday", "morning:3.5 night:4 afternoon:4.5 times:5.5 school:6"},
    {"supply", "of:2 and:4"}, {"support", "for:2.5 of:3 and:4 from:4"}, {"supporters", "of:2"},
    {"suppose", "that:3 you:3.5 it:3.8 i:4 he:4.3 so:5.5"}, {"supposed", "to:1 that:4"},
    {"supreme", "court:0.7 leader:4"},
    {"sure", "that:3 of:3.5 i:4 to:4 it:4.3 he:4.5 you:4.5 they:5 enough:6 if:6 she:6"}, {"surface", "of:1"},
    {"surprise", "and:4 to:4 at:4.5"}, {"surprised", "to:2.5 at:3 by:3 that:4.5"},
    {"surrounded", "by:0.8 with:4"}, {"survey", "of:2"},
    {"system", "of:2.3 and:3.8 is:4 in:4.5 that:4.5 for:5"}, {"table", "and:3.3 in:4 with:4.5 was:5"},
    {"take",
     "it:4 care:4.8 him:5 place:5 up:5 his:5.5 off:5.5 you:5.5 her:6 me:6 my:6 on:6 them:6 your:6 "
     "advantage:6.5 any:6.5 away:6.5 out:6.5 over:6.5 part:6.5 their:6.5 action:7 into:7.5"},
    {"taken",
     "to:3.5 by:3.8 from:4 in:4.5 up:4.5 away:5 place:5 out:5.3 into:5.5 on:5.5 care:6 for:6 his:6 off:6 "
     "over:6"},
    {"takes", "place:4 it:5 on:5 up:5.5"},
    {"taking", "his:5 it:5 up:5 care:5.5 on:5.5 part:5.5 place:5.5 advantage:6 into:6 off:6 over:6"},
    {"talk", "about:2.5 to:2.8 of:3.5 and:4 with:4"}, {"talked", "about:2.5 to:3 of:3.5 with:4"},
    {"talking", "about:2 to:2.5 of:4 with:4"}, {"talks", "with:2.5 on:3.5 and:4 between:4 in:4 to:4"},
    {"task", "of:2 force:2.5 is:4"}, {"tax", "and:4 cuts:4 on:4 credit:5 cut:5"},
    {"teacher", "at:3.5 of:3.5 and:4 in:4 who:5"}, {"team", "of:3 in:4 has:5 was:5"},
    {"tears", "in:3.8 and:4 of:4 were:4.5"}, {"tel", "aviv:0.5"},
    {"tell", "you:2.3 me:2.8 him:3.8 her:4.5 us:4.5 them:5 it:5.5 that:5.5 what:5.5 how:6 your:6.5"},
    {"telling", "me:3.8 him:4 her:4.5 you:4.5 them:5 us:5"},
    {"ten", "years:3.5 minutes:4 thousand:4.5 days:5 or:5 miles:5.5 times:5.5 o'clock:6 dollars:6.5 feet:6.5"},
    {"tens", "of:1"}, {"term", "of:3.5 in:4.5 as:5"}, {"terms", "of:1.3 and:4 with:4"},
    {"than",
     "any:5 one:5.5 two:5.5 they:5.8 you:5.8 ever:6 half:6 this:6.3 my:6.5 their:6.5 those:6.5 three:6.5 "
     "usual:7 five:7.5 four:7.5 once:7.5 ten:7.5 most:8 years:8"},
    {"thank", "you:1.5 god:3.5 for:5.5 him:6"}, {"thanks", "to:2 for:3"},
    {"that",
     "he:4.1 it:4.6 was:4.6 they:5.1 she:5.3 you:5.5 there:5.6 we:5.6 this:5.8 has:6.3 if:6.3 would:6.3 "
     "time:6.8 can:7.6 some:7.6 these:7.6 way:7.6 any:7.8 day:7.8 those:8.1 it's:8.3 many:8.3 might:8.3 "
     "night:8.3 came:8.8 does:8.8 kind:8.8 moment:8.8 mrs:9.3 sort:9.3 point:9.8 morning:10.3"},
    {"that's", "what:4 all:4.8 not:5 why:5 how:5.5 right:5.5 just:6 enough:7 true:7 very:7"},
    {"the",
     "first:6.3 same:6.3 other:6.5 united:6.8 world:7 most:7.2 old:7.2 last:7.5 two:7.5 whole:7.5 great:7.6 "
     "right:7.6 little:7.7 new:7.7 end:7.8 house:7.8 people:8 time:8 day:8.3 next:8.3 president:8.3 "
     "second:8.3 way:8.3 best:8.5 city:8.5 country:8.5 government:8.5 king:8.5 state:8.5 young:8.5 "
     "company:8.7 night:8.7 room:8.8 three:8.8 british:9 case:9 english:9 fact:9 french:9 morning:9 name:9 "
     "number:9 present:9 public:9 sea:9 court:9.1 place:9.1 air:9.2 sun:9.2 water:9.2 american:9.3 "
     "former:9.3 ground:9.3 law:9.3 light:9.3 matter:9.3 moment:9.3 rest:9.3 town:9.3 white:9.3 woman:9.3 "
     "police:9.4 question:9.4 third:9.4 window:9.4 child:9.5 church:9.5 earth:9.5 latter:9.5 lord:9.5 "
     "middle:9.5 national:9.5 past:9.5 poor:9.5 river:9.5 road:9.5 street:9.5 top:9.5 administration:9.6 "
     "army:9.6 beginning:9.6 children:9.6 doctor:9.6 fire:9.6 greatest:9.6 heart:9.6 least:9.6 report:9.6 "
     "subject:9.6 table:9.6 village:9.6 women:9.6 work:9.6 boy:9.7 floor:9.7 following:9.7 future:9.7 "
     "girl:9.7 idea:9.7 lady:9.7 left:9.7 line:9.7 others:9.7 party:9.7 point:9.7 sound:9.7 story:9.7 "
     "wind:9.7 word:9.7 afternoon:9.8 attack:9.8 big:9.8 bill:9.8 book:9.8 business:9.8 committee:9.8 "
     "corner:9.8 council:9.8 dark:9.8 days:9.8 dead:9.8 distance:9.8 election:9.8 eyes:9.8 face:9.8 "
     "game:9.8 hands:9.8 judge:9.8 letter:9.8 market:9.8 north:9.8 part:9.8 power:9.8 result:9.8 side:9.8 "
     "south:9.8 team:9.8 things:9.8 truth:9.8 use:9.8 wall:9.8 west:9.8 words:9.8 agency:9.9 black:9.9 "
     "body:9.9 campaign:9.9 course:9.9 early:9.9 east:9.9 economy:9.9 evening:9.9 front:9.9 full:9.9 "
     "main:9.9 open:9.9 red:9.9 sky:9.9 university:9.9 bank:10 bed:10 bottom:10 captain:10 cause:10 "
     "chief:10 cold:10 colonel:10 common:10 crowd:10 deal:10 department:10 difference:10 edge:10 effect:10 "
     "enemy:10 field:10 foot:10 garden:10 general:10 gentleman:10 group:10 high:10 hospital:10 hotel:10 "
     "island:10 large:10 late:10 opposite:10 plan:10 presence:10 problem:10 program:10 real:10 reason:10 "
     "sake:10 ship:10 small:10 spirit:10 spring:10 station:10 study:10 summer:10 train:10 trouble:10 "
     "usual:10 voice:10 winter:10 worst:10 wrong:10 change:10.1 blood:10.2 circumstances:10.2 contrary:10.2 "
     "dog:10.2 eye:10.2 greater:10.2 green:10.2 horse:10.2 kind:10.2 manner:10.2 master:10.2 means:10.2 "
     "moon:10.2 nature:10.2 object:10.2 officials:10.2 scene:10.2 sense:10.2 soldiers:10.2 sort:10.2 "
     "soul:10.2 spot:10.2 streets:10.2 surface:10.2 true:10.2 victims:10.2 deep:10.3 direction:10.3 "
     "hills:10.3 mere:10.3 walls:10.3 appearance:10.4 centre:10.4 lower:10.4 pleasure:10.4 purpose:10.4 "
     "stars:10.4 strength:10.4 upper:10.4 darkness:10.5 different:10.5 families:10.5 habit:10.5 hall:10.5 "
     "horses:10.5 midst:10.5 mountain:10.5 official:10.5 stranger:10.5 fourth:10.6 coffee:10.8 desert:10.8 "
     "heat:10.8 commons:11 lords:11"},
    {"their",
     "own:3.3 lives:6 way:6.5 children:7 eyes:7 first:7 hands:7 heads:7 country:7.5 families:7.5 homes:7.5 "
     "work:7.5 faces:8 father:8 feet:8 home:8 names:8 parents:8 place:8 hearts:8.5 money:8.5 backs:9"},
    {"them",
     "to:3.5 as:5.3 for:5.3 with:5.3 all:5.5 from:5.5 on:5.5 were:5.5 at:5.8 are:6 but:6 into:6 out:6 up:6 "
     "down:6.5 off:6.5 when:6.5 who:6.5 away:7 back:7 again:7.5 together:7.5"},
    {"themselves", "in:3.5 as:4.8 from:5 with:5 on:5.5 up:5.5 are:6 upon:6"},
    {"then",
     "he:4 it:4.8 she:5 they:5 you:5.3 we:5.5 there:5.8 if:6 said:6 when:6.3 came:6.5 what:6.5 turned:7 "
     "went:7 another:7.5 suddenly:7.5 took:7.5 asked:8"},
    {"theory", "of:1.5 that:3.5"},
    {"there",
     "was:2.2 is:2.5 are:3.5 were:3.7 had:5.2 has:5.2 will:6 would:6 have:6.2 may:6.7 must:7 came:7.2 "
     "can:7.2 could:7.2 might:7.2 seemed:7.2 isn't:7.7 never:7.7 should:7.7 wasn't:7.7 stood:8.2 "
     "appeared:9.2 appears:9.2"},
    {"there's", "a:3 no:3.3 been:5 not:5 nothing:5 one:6 something:6 only:6.5"}, {"therefore", "be:5"},
    {"these", "are:4 things:5 two:5 were:5 people:5.5 days:6 have:6 men:6 words:6 three:6.5 little:7.5"},
    {"they",
     "were:3 are:3.3 had:3.5 have:4 would:5 will:5.3 could:5.5 said:5.8 can:6 did:6 all:6.3 came:6.8 "
     "may:6.8 went:6.8 don't:7 might:7 must:7 say:7 should:7 want:7 also:7.5 got:7.5 made:7.5 never:7.5 "
     "saw:7.5 took:7.5 didn't:8 found:8 get:8 knew:8 know:8 looked:8 need:8 seemed:8 shall:8 think:8 "
     "thought:8 began:8.5 gave:8.5 make:8.5 passed:8.5 reached:8.5 sat:8.5 see:8.5 stood:8.5 wanted:8.5 "
     "ought:9"},
    {"they're", "going:4 not:4 all:4.5"}, {"they've", "been:3.5 got:4"},
    {"thing", "that:3.8 is:4.3 was:4.8 about:5 as:5 for:5 which:5.5 you:5.5"},
    {"things", "that:3.5 and:4 are:4.5 in:4.5 as:5 were:5 which:5 have:5.5 he:5.5 like:5.5 you:5.5"},
    {"think",
     "that:3 it:3.5 of:3.5 i:4 you:4 he:4.5 about:4.8 it's:5 so:5 they:5 we:5 she:5.5 this:5.5 that's:6 "
     "there:6 what:6 if:6.5 much:8"},
    {"thinking", "of:2.3 about:3 that:3.5 it:5.5"}, {"third", "of:3 in:4.5 day:5 party:5 quarter:5 time:5"},
    {"thirty", "years:3 five:5 days:6 miles:6 seconds:7"},
    {"this",
     "is:2.3 was:3 time:5 year:5.3 week:5.5 morning:5.8 country:6 has:6 way:6 day:6.3 man:6.3 case:6.5 "
     "kind:6.5 moment:6.5 one:6.5 place:6.5 point:6.5 will:6.5 world:6.5 would:6.5 evening:7 matter:7 may:7 "
     "month:7 new:7 story:7 thing:7 article:7.5 book:7.5 great:7.5 house:7.5 little:7.5 night:7.5 "
     "report:7.5 sort:7.5 subject:7.5 young:7.5 last:8 letter:8 life:8 manner:8 old:8 part:8 particular:8 "
     "poor:8 question:8 respect:8 state:8 summer:8 area:8.5 because:8.5 type:8.5"},
    {"those", "who:2.3 are:5 which:5.3 days:5.5 were:5.5 things:5.8 people:6 two:6 whom:6 whose:6 times:7"},
    {"though", "he:3.5 it:4 she:4.5 they:4.5 not:5 there:5 this:6 we:6"},
    {"thought", "of:3 that:3.3 i:3.8 it:3.8 he:4.3 she:5 you:5 about:5.5 so:5.5 they:5.5 was:5.5 how:6"},
    {"thousand", "dollars:4 years:4.5 men:5 people:5 pounds:5 feet:6 miles:6 times:6"}, {"thousands", "of:0.7"},
    {"threat", "of:2 to:2"}, {"threatened", "to:1.8 by:3.5 with:3.5"},
    {"three",
     "years:3.5 of:4 or:4 days:4.5 months:4.5 times:4.8 hours:5 hundred:5 weeks:5 men:5.5 miles:6 minutes:6 "
     "other:6 people:6 quarters:6 thousand:6 feet:6.5"},
    {"threw", "her:4.5 himself:4.5 his:4.5 it:5 out:5 up:5 herself:6"},
    {"through", "the:1.3 his:5 which:5.5 this:5.8 all:6 my:6 its:6.5 their:6.5"},
    {"throughout", "the:0.9 his:5 this:6"}, {"thrown", "into:3.5 out:4 upon:4 on:4.5 away:5 by:5 up:5"},
    {"thursday", "night:4 in:4.5 morning:4.5 that:4.5"}, {"ties", "to:2.5 with:2.5 between:4"},
    {"till", "he:3.3 it:4.5 she:4.5 they:4.5 we:5 you:5 at:5.5"},
    {"time",
     "to:3.2 and:4 of:4 in:4.2 for:4.5 that:4.7 when:4.7 he:5 was:5 it:5.2 as:5.5 at:5.7 on:5.7 she:5.7 "
     "since:5.7 they:5.7 we:5.7 with:5.7 you:5.7 after:6.2 ago:6.2 before:6.2 but:6.2 by:6.2 had:6.2 "
     "from:6.7 there:6.7 being:7.2 square:8.2"},
    {"times", "as:4 in:4.3 that:5 he:5.5 more:5.5 reported:5.5 when:5.5 before:6 over:6"},
    {"tired", "of:2.5 and:3"},
    {"to",
     "be:3.7 have:5.2 go:6 him:6 me:6 get:6.2 make:6.2 see:6.2 take:6.3 my:6.5 say:6.5 them:6.5 give:6.7 "
     "find:7 morrow:7 keep:7.2 tell:7.2 help:7.3 know:7.3 us:7.3 its:7.5 think:7.5 work:7.5 your:7.5 "
     "any:7.8 become:7.8 bring:7.8 leave:7.8 look:7.8 our:7.8 put:7.8 show:7.8 hear:8 himself:8 meet:8 "
     "pay:8 speak:8 use:8 ask:8.3 feel:8.3 hold:8.3 let:8.3 live:8.3 run:8.3 stay:8.3 talk:8.3 those:8.3 "
     "try:8.3 turn:8.3 bed:8.5 believe:8.5 buy:8.5 call:8.5 follow:8.5 pass:8.5 people:8.5 play:8.5 "
     "provide:8.5 stand:8.5 stop:8.5 whom:8.5 begin:8.8 death:8.8 kill:8.8 learn:8.8 prevent:8.8 return:8.8 "
     "send:8.8 win:8.8 write:8.8 allow:9 break:9 carry:9 change:9 continue:9 create:9 cut:9 end:9 move:9 "
     "mr:9 protect:9 read:9 remain:9 save:9 serve:9 set:9 sit:9 sleep:9 start:9 support:9 understand:9 "
     "answer:9.3 appear:9.3 build:9.3 fall:9.3 fight:9.3 lose:9.3 reach:9.3 receive:9.3 wait:9.3 walk:9.3 "
     "anyone:9.5 avoid:9.5 church:9.5 draw:9.5 eat:9.5 escape:9.5 expect:9.5 increase:9.5 join:9.5 "
     "marry:9.5 mrs:9.5 open:9.5 prove:9.5 raise:9.5 rest:9.5 school:9.5 sell:9.5 town:9.5 accept:9.8 "
     "act:9.8 bear:9.8 consider:9.8 enter:9.8 explain:9.8 face:9.8 london:9.8 point:9.8 reduce:9.8 "
     "suggest:9.8 suppose:9.8 visit:9.8 address:10 develop:10 discuss:10 drink:10 drive:10 ensure:10 "
     "express:10 fear:10 ourselves:10 produce:10 remember:10 spend:10 throw:10 watch:10 wear:10 cause:10.2 "
     "fill:10.2 pick:10.2 rise:10.2 secure:10.2 cry:10.3 decide:10.3 enjoy:10.3 laugh:10.3 obtain:10.3 "
     "present:10.3 realize:10.3 settle:10.3 share:10.3 step:10.3 strike:10.3 teach:10.3 admit:10.5 "
     "attend:10.5 cover:10.5 cross:10.5 dance:10.5 defend:10.5 describe:10.5 destroy:10.5 mention:10.5 "
     "observe:10.5 recognize:10.5 require:10.5 ride:10.5 sing:10.5 treat:10.5 kiss:10.8 refuse:10.8 "
     "satisfy:10.8 approve:11 check:11 conceal:11 occur:11 proceed:11 resist:11 respond:11 seize:11 swim:11 "
     "invest:12"},
    {"today", "in:4.5 is:4.5 that:5"}, {"together", "with:3 in:4 at:5 by:5 for:5"},
    {"told", "him:3 the:3 me:3.3 her:4 you:4 that:4.5 them:4.8 us:5 his:5.5 reporters:5.5 my:6"},
    {"tone", "of:2 and:4"},
    {"too",
     "much:3.3 many:4 late:4.3 long:4.8 far:5 good:6 great:6 little:6 often:6 small:6 soon:6 well:6 bad:6.5 "
     "big:6.5 hard:6.5 high:6.5 large:6.5 old:6.5 young:6.5 busy:7.5 weak:7.5"},
    {"took",
     "a:3.3 his:4.3 it:4.5 place:4.5 up:4.5 her:5 him:5 off:5 out:5 my:5.5 on:5.5 over:5.5 them:5.5 an:6 "
     "me:6 part:6 their:6 two:6.5 care:7 leave:7"},
    {"top", "of:1"}, {"touch", "with:2.8 of:3.5 it:5"}, {"toward", "the:1.2 him:4.5 her:5 his:5 me:6"},
    {"towards", "the:1.2 him:4.5 her:5 his:5 me:6"}, {"town", "of:2.3 and:3.8 in:4 hall:5 was:5"},
    {"trade", "and:3 deficit:4.5 in:4.5 with:4.5 agreement:5 center:5 union:5.5 unions:5.5 secretary:6"},
    {"train", "and:4 to:4 was:4 station:5"}, {"treatment", "of:1.8 for:3 and:4"},
    {"trees", "and:3 in:4 were:4"}, {"trial", "in:3.3 of:3.5 and:4 for:4 on:4.5 judge:5.5"},
    {"tried", "to:0.9 in:4.5"}, {"trip", "to:1.8"}, {"troops", "in:3.3 to:3.3 and:3.5 from:4 were:4"},
    {"trouble", "with:3.3 in:3.5 to:4 is:4.5"}, {"true", "that:2.5 and:4 to:4 he:5.5"},
    {"truth", "of:2.5 and:3.5 is:3.5 in:4.5 that:4.5 about:5"}, {"try", "to:1.2 and:3.5 it:4.5"},
    {"trying", "to:0.4"}, {"tuesday", "night:4 in:4.5 morning:4.5 that:4.5 after:5.5 evening:5.5"},
    {"turn", "to:3 out:4 into:4.5 it:4.5 around:5 away:5 up:5"},
    {"turned",
     "to:2.8 and:3.3 away:4 his:4.5 into:4.5 out:4.5 back:5 from:5 her:5 on:5 round:5 upon:5 over:5.5 "
     "up:5.5 around:6 down:6 off:6"},
    {"turning", "to:2.5 his:4.5 away:5 her:5 round:5.5"},
    {"twelve", "years:4 o'clock:5 hours:5.5 hundred:5.5 months:5.5"},
    {"twenty",
     "five:3.8 years:3.8 four:4.5 minutes:4.5 miles:5.5 thousand:5.5 eight:6 feet:6 pounds:6 three:6 two:6 "
     "seven:6.5 six:6.5"},
    {"twice", "a:3 as:3.3"},
    {"two",
     "years:3.8 or:4.3 hundred:4.8 days:5 hours:5 men:5 months:5 weeks:5 more:5.5 other:5.5 thousand:5.5 "
     "miles:6 people:6 things:6 thirds:6 women:6 young:6 brothers:6.5 children:6.5 countries:6.5 great:6.5 "
     "minutes:6.5 were:6.5 boys:7 different:7 feet:7 friends:7 girls:7 little:7 million:7 parties:7 sides:7 "
     "small:7 three:7 former:7.5 groups:7.5 ladies:7.5 large:7.5 sisters:7.5 sons:7.5 daughters:8"},
    {"type", "of:0.7"}, {"u", "s:0.6 k:4 n:4"}, {"unable", "to:0.3"},
    {"under",
     "the:1.6 his:5 an:5.5 this:5.5 such:6 these:6 which:6 my:6.5 their:6.5 president:7 way:7 arrest:8 "
     "pressure:8 review:8 consideration:8.5 circumstances:9"},
    {"understand", "that:3.3 it:4 what:4 how:4.5 why:4.8 you:5 him:5.5 me:5.5"},
    {"union", "and:3.8 of:4 is:5 has:5.5"}, {"united", "states:0.7 nations:2.5 kingdom:4 arab:5 airlines:6"},
    {"university", "of:1.5 in:3.5 and:4 professor:5 press:5.5 students:5.5 hospital:6"},
    {"unless", "you:3.5 he:4 it:4 they:4.5 there:5 we:5"}, {"unlike", "the:2.5 any:5"},
    {"until", "the:2.3 he:3.8 they:4.5 it:4.8 she:4.8 after:5.5 we:5.5 you:5.5 now:6 then:7"},
    {"up",
     "to:2.8 in:4 with:4.5 his:4.8 at:5 for:5 on:5 from:5.3 by:5.5 her:5.5 into:5.5 again:6 my:6 their:6 "
     "here:6.5 there:6.5 your:6.5 against:7 until:7.5"},
    {"upon",
     "the:1.7 his:4 him:4.5 it:4.5 her:5 my:5.3 which:5.3 me:5.5 them:5.5 this:5.5 their:6 its:6.5 our:6.5 "
     "us:6.5 your:6.5"},
    {"upper", "class:5 hand:5 part:5.5 end:6"}, {"upstairs", "and:3.5 to:3.5"},
    {"us", "to:3 all:5.3 with:5.3 from:5.5 are:6 go:6 have:6 were:6.5 who:6.5"},
    {"use", "of:2 it:4.3 for:5.5 their:6"}, {"used", "to:1.3 as:4 by:4 in:4.3 for:4.5 it:5.5"},
    {"useful", "to:3 for:3.5 and:4"}, {"using", "a:3 the:3 an:5 it:5 his:5.5"}, {"value", "of:1.2"},
    {"van", "gogh:5"}, {"variety", "of:0.5"}, {"various", "kinds:5 parts:5 forms:6 other:6"},
    {"vast", "majority:4 number:5.5"},
    {"very",
     "much:4.5 well:4.5 good:4.8 great:5.5 little:5.5 few:6 large:6 long:6 old:6 small:6 soon:6 "
     "different:6.5 first:6.5 important:6.5 nice:6.5 bad:7 clear:7 close:7 difficult:7 far:7 fine:7 glad:7 "
     "happy:7 hard:7 high:7 likely:7 often:7 strong:7 beautiful:7.5 best:7.5 interesting:7.5 kind:7.5 "
     "nearly:7.5 poor:7.5 pretty:7.5 quickly:7.5 quiet:7.5 same:7.5 serious:7.5 sorry:7.5 young:7.5 dark:8 "
     "heart:8.5"},
    {"vice", "president:0.8 chairman:2.1 presidential:4.1 versa:5.1"}, {"victim", "of:2 and:4 to:4 was:4"},
    {"victims", "of:2 and:4 were:4.5"}, {"victory", "in:2.5 over:3 for:3.5 and:4 of:4"},
    {"view", "of:1.8 that:4 to:4 is:5"}, {"views", "of:2.5 on:2.8 and:3.5"}, {"village", "of:2 and:3.5 in:4"},
    {"visit", "to:1.8 of:4"}, {"visited", "the:2 by:4 in:4.5"},
    {"voice", "of:3.3 and:3.5 was:3.8 in:4.5 that:4.5 as:5 from:5.5 had:5.5 said:5.5"},
    {"vote", "for:2.8 in:3.3 on:3.5 and:4 of:4 to:4"}, {"voted", "for:2 to:2.3 against:3 in:4"},
    {"wait", "for:2 and:4 to:4 until:4 till:4.5"}, {"waited", "for:1.8 to:4 until:4"},
    {"waiting", "for:1 to:3.5 in:4 at:5 room:6"},
    {"walk", "to:3.8 and:4 in:4 out:4.5 up:4.5 down:4.8 away:5 through:5 with:5"},
    {"walked",
     "to:3.3 away:4 down:4 into:4 up:4 out:4.3 across:4.5 in:4.5 on:4.5 over:4.5 through:4.5 along:5 back:5 "
     "off:5 with:5 slowly:5.5"},
    {"walking", "in:4 along:4.5 down:4.5 up:4.5 on:5 through:5"}, {"wall", "of:3 street:3.3 and:3.5 was:5"},
    {"walls", "of:2 and:3.5 were:4"}, {"want", "to:1 you:4 it:5 me:5.3 him:6 any:6.5 them:6.5 us:7"},
    {"wanted", "to:0.9 him:5.5 it:5.5"}, {"wants", "to:1"},
    {"war", "in:3.3 and:3.5 on:4 with:4 was:4.5 against:5 crimes:5 ii:5 is:5 between:6"},
    {"warm", "and:3 water:5"}, {"warned", "that:2.5 of:3 against:4"},
    {"was",
     "not:4.4 at:5.7 so:5.7 only:6.4 very:6.4 also:6.7 nothing:6.7 now:6.7 one:6.7 there:6.7 going:6.9 "
     "made:6.9 more:6.9 still:6.9 too:6.9 about:7.2 being:7.2 born:7.2 just:7.2 like:7.2 quite:7.2 "
     "almost:7.4 always:7.4 done:7.4 never:7.4 taken:7.4 found:7.7 able:7.9 called:7.9 first:7.9 given:7.9 "
     "gone:7.9 left:7.9 much:7.9 seen:7.9 sent:7.9 sitting:7.9 some:7.9 something:7.9 soon:7.9 standing:7.9 "
     "such:7.9 told:7.9 good:8.2 looking:8.2 alone:8.4 already:8.4 arrested:8.4 brought:8.4 carried:8.4 "
     "clear:8.4 dead:8.4 evidently:8.4 full:8.4 glad:8.4 impossible:8.4 killed:8.4 known:8.4 lost:8.4 "
     "once:8.4 right:8.4 shot:8.4 true:8.4 trying:8.4 used:8.4 well:8.4 afraid:8.9 charged:8.9 dark:8.9 "
     "evident:8.9 getting:8.9 held:8.9 necessary:8.9 obliged:8.9 old:8.9 put:8.9 quiet:8.9 set:8.9 sure:8.9 "
     "thought:8.9 beginning:9.4 broken:9.4 lying:9.4 sentenced:9.4 silent:9.4"},
    {"washington", "and:3.8 post:4 has:5 is:5"}, {"wasn't", "it:4.5 any:5 going:5.5 much:6"},
    {"watch", "and:4 for:4 him:5 over:5"}, {"watching", "the:2.5 him:4 for:4.5 her:4.5"},
    {"water", "and:3.3 in:4 was:4.3 from:5 is:5 on:5.5 supply:6"}, {"waters", "of:2 and:4"},
    {"way",
     "to:2.8 of:3.8 in:4.3 that:4.3 for:5 he:5 into:5 it:5 out:5 through:5 as:5.5 back:5.5 down:5.5 "
     "they:5.5 up:5.5 with:5.5 you:5.5 by:6 from:6 home:6 or:6 about:7 across:7 toward:7"},
    {"ways", "of:2.3 to:2.5 and:4 in:4.5 that:4.5"},
    {"we",
     "are:3 have:3.3 were:4.3 can:4.5 had:4.5 will:4.5 must:5.5 shall:5.5 should:5.5 would:5.5 could:5.8 "
     "don't:6 know:6 may:6 did:6.5 need:6.5 want:6.5 went:6.5 came:7 can't:7 cannot:7 got:7 might:7 never:7 "
     "saw:7 see:7 think:7 believe:7.5 find:7.5 found:7.5 get:7.5 made:7.5 say:7.5 call:8 didn't:8 hope:8 "
     "just:8 make:8 passed:8 take:8 took:8 also:8.5 feel:8.5 heard:8.5 ought:8.5 reached:8.5 used:8.5 "
     "learn:9 won't:9"},
    {"we'll", "be:4 have:4.5 get:5 go:5 see:5"}, {"we're", "going:3.5 not:4 all:5.5 just:5.5"},
    {"we've", "been:3.5 got:3.5 had:4.5 seen:5.5"}, {"weapons", "of:2.5 and:3.5 in:4 inspectors:5.5"},
    {"wearing", "a:2 his:4.5"}, {"wednesday", "in:4.5 night:4.5 that:4.5 morning:5"},
    {"week", "of:4 in:4.3 after:4.5 ago:4.5 before:5 that:5 when:5.5"},
    {"weeks", "ago:3.3 of:3.5 after:4 later:4 before:4.5 in:4.5"}, {"weight", "of:1.5 and:4"},
    {"well",
     "as:2.5 known:4.8 be:5 he:5 that:5 enough:5.5 for:5.5 it:5.5 you:5.5 then:6 with:6 said:6.5 being:7 "
     "if:7 done:7.5"},
    {"went",
     "to:2.5 on:3 out:4 back:4.3 into:4.3 down:4.5 up:4.5 away:5 off:5 by:5.5 from:5.5 over:5.5 through:5.5 "
     "for:6 home:6 with:6 forth:7 straight:7"},
    {"were",
     "not:4 all:5 so:5.3 at:5.5 on:5.5 they:5.5 more:6 now:6 two:6 very:6 being:6.5 killed:6.5 made:6.5 "
     "many:6.5 only:6.5 there:6.5 about:7 also:7 always:7 going:7 never:7 seen:7 some:7 still:7 taken:7 "
     "three:7 too:7 used:7 found:7.3 almost:7.5 among:7.5 born:7.5 both:7.5 brought:7.5 given:7.5 just:7.5 "
     "left:7.5 sent:7.5 several:7.5 soon:7.5 arrested:8"},
    {"west", "of:3 and:4 bank:4 virginia:4.5 coast:5 side:5 indies:5.5 end:6 point:6 african:7"},
    {"what",
     "is:3.2 you:4 he:4.2 was:4.2 it:4.7 they:5 she:5.2 we:5.2 are:5.5 had:5.5 did:5.7 has:6 can:6.2 "
     "would:6.2 could:6.7 does:6.7 happened:6.7 will:6.7 about:7.2 else:7.2 kind:7.2 may:7.2 shall:7.2 "
     "you're:7.2 your:7.2 it's:7.7 might:7.7 should:7.7 sort:7.7 makes:8.2 matter:8.7"},
    {"what's", "that:4.5 going:5 your:5 happening:6 up:6 wrong:6"},
    {"whatever", "he:4 it:4 you:4 may:5 they:5"},
    {"when",
     "he:3.3 i:3.5 it:4.3 she:4.3 they:4.5 you:4.5 we:5 there:6 this:6 my:6.5 asked:7 did:7 two:7 mr:7.5 "
     "it's:8 people:8"},
    {"where", "he:3.8 it:4.5 they:4.5 she:5 there:5 you:5 we:5.3 are:5.5 did:6.5"},
    {"whether", "he:3.5 it:3.5 or:4.5 they:4.5 she:5 you:5 there:5.5 we:5.5 this:6"},
    {"which",
     "he:4 is:4 was:4 had:4.8 it:4.8 they:4.8 are:5 has:5 have:5.3 she:5.3 were:5.3 would:5.3 we:5.5 may:6 "
     "there:6 will:6 can:6.5 could:6.5 might:7 must:7 should:7 came:7.5 made:7.5 way:7.5 includes:8"},
    {"while", "the:2.3 he:4.3 they:4.8 she:5 we:5.5 you:5.5 others:6 there:6.5 some:7"},
    {"whispered", "in:4 to:4 something:6"},
    {"white", "house:2 and:4 man:4.5 men:5 people:5.5 as:6 with:6 woman:7 women:7.5"},
    {"who",
     "had:3.5 was:3.5 is:4 are:4.3 has:4.3 have:4.3 were:4.5 would:5.3 could:5.5 can:6 did:6 said:6 will:6 "
     "came:6.3 does:6.5 may:6.5 also:7 knew:7 knows:7 lived:7 might:7 must:7 never:7 should:7 died:7.5 "
     "lives:7.5 made:7.5 shall:7.5 took:7.5 want:7.5 wants:7.5 went:7.5 don't:8 led:8 live:8 loved:8 sat:8 "
     "saw:8 served:8 spoke:8 stood:8 worked:8 works:8 wrote:8.5"},
    {"whole", "of:4 thing:5 world:5 body:6 country:6 day:6 family:6.5 life:6.5 story:6.5 business:7"},
    {"whom", "he:3 she:4.3 they:4.3 we:5 were:5 you:5 are:5.5 had:5.5 have:5.5"},
    {"whose", "name:5 eyes:6 father:6.5 face:7 life:7 wife:7 work:7"},
    {"why", "did:4.3 he:4.3 not:4.5 should:4.5 you:4.5 it:4.8 are:5 don't:5 they:5 she:5.3 didn't:5.5 we:5.5"},
    {"wide", "and:4 open:5 range:5 variety:6"}, {"wife", "and:2.8 of:3.5 was:4.3 had:4.8 is:5 who:5.5 said:6"},
    {"will",
     "be:1.9 not:3.4 have:4.1 you:4.6 never:5.6 also:5.9 come:6.1 get:6.1 give:6.1 go:6.1 make:6.1 take:6.1 "
     "tell:6.1 find:6.4 always:6.6 continue:6.6 help:6.6 say:6.6 see:6.6 become:7.1 need:7.1 only:7.1 "
     "probably:7.1 remain:7.1 soon:7.1 begin:7.6 bring:7.6 keep:7.6 know:7.6 leave:7.6 show:7.6 try:7.6 "
     "work:7.6 allow:8.1 ever:8.1 likely:8.1 pay:8.1 provide:8.1 receive:8.1 require:8.1 run:8.1 "
     "include:8.6"},
    {"willing", "to:0.4"}, {"wind", "and:3.5 was:4 from:5"}, {"window", "and:3 of:3.8 was:4 in:4.5"},
    {"wish", "to:1.8 i:3.5 you:3.5 that:4 for:4.5 he:5 it:5"}, {"wished", "to:1.3 for:4 that:4 he:4.5 him:5"},
    {"with",
     "his:4.5 her:5 him:5 an:5.5 me:5.8 my:5.8 which:5.8 their:6 this:6 all:6.3 them:6.3 its:6.8 some:6.8 "
     "us:6.8 what:6.8 your:6.8 our:7 such:7.3 two:7.3 any:7.5 great:7.5 more:7.5 other:7.5 these:7.5 "
     "those:7.5 whom:7.5 people:8 respect:8 another:8.5 both:8.5 each:8.5 every:8.5 himself:8.5 little:8.5 "
     "many:8.5 new:8.5 regard:8.5 three:8.5 mr:8.8 long:9 mrs:9 old:9 four:9.5 half:9.5 perfect:9.5 "
     "pleasure:9.5 reference:9.5 tears:9.5 white:9.5 interest:10 joy:10"},
    {"within", "the:2 an:5 him:5.5 me:6 two:6 reach:6.5 three:6.5 five:7 hours:7.5 itself:7.5 days:8"},
    {"without",
     "a:3 any:4.3 an:5.3 being:5.3 having:6 him:6 doubt:6.5 even:6.5 further:7 knowing:7 making:7 saying:7 "
     "looking:7.5"},
    {"woman", "who:4 in:4.3 was:4.5 had:5 is:5 with:5 whose:7"},
    {"women", "and:3 in:3.8 of:4 who:4 are:4.5 were:4.5 have:5 had:5.5 with:6"},
    {"won", "the:2.8 by:4.5 in:4.5 his:5 an:5.5"}, {"won't", "be:3.3 you:4 have:4.5 get:5 go:5.5 let:5.5"},
    {"wonder", "if:3 that:4 what:4 how:4.5 at:5 whether:5 why:5"},
    {"word", "of:3 to:4 for:4.3 that:4.5 was:5 with:5.5"},
    {"words", "of:2.5 and:4 were:4 in:4.5 that:4.5 he:5.5 which:5.5"},
    {"work", "of:3 and:3.8 in:4 to:4 for:4.3 on:4.3 with:4.3 is:4.5 at:4.8 that:5 was:5 as:5.5"},
    {"worked", "in:3 for:3.3 on:3.5 with:3.5 as:3.8 at:3.8 hard:5 out:5"},
    {"workers", "in:3.3 and:3.5 are:4 to:4 who:4 at:4.5 have:5"},
    {"working", "on:3 for:3.3 with:3.3 in:3.8 at:4 to:4 class:4.5 as:5 hard:5.5 group:6"},
    {"works", "of:2.8 in:3.8 and:4 for:4 with:4 on:4.3 at:4.5"},
    {"world",
     "and:3.5 war:3.5 of:3.8 is:4.3 in:4.5 bank:5 cup:5 has:5 that:5 trade:5 was:5 for:5.5 health:5.5 "
     "series:5.5 who:6 with:6"},
    {"worse", "than:2 and:4 for:4.5"}, {"worth", "of:2 while:4 it:4.5"},
    {"would",
     "be:2.2 have:2.7 not:3.5 like:5.2 you:5.2 never:5.7 make:6 also:6.2 come:6.2 go:6.2 take:6.2 give:6.5 "
     "say:6.5 become:6.7 get:6.7 only:6.7 see:6.7 seem:6.7 allow:7.2 always:7.2 bring:7.2 find:7.2 "
     "probably:7.2 rather:7.2 tell:7.2 think:7.2 ever:7.7 hardly:7.7 help:7.7 know:7.7 leave:7.7 mean:7.7 "
     "need:7.7 soon:7.7 still:7.7 want:7.7 continue:8.2 even:8.2 just:8.2 keep:8.2 lead:8.2 look:8.2 "
     "put:8.2 remain:8.2 require:8.2 turn:8.2 let:8.7 show:8.7 prefer:9.2 suggest:9.2"},
    {"wouldn't", "be:3.3 have:3.3 you:4.5 go:6 let:6 want:6"}, {"write", "to:3.3 about:4.5 it:5"},
    {"writing", "and:4 in:4 of:4 to:4"}, {"written", "by:2.8 in:3 on:4 to:4 for:4.5"},
    {"wrong", "with:3.5 and:4 in:4.5 side:6"}, {"wrote", "in:3 to:3 that:4 on:5 his:5.5"},
    {"yards", "of:3.5 and:4 away:4 from:4"},
    {"year", "old:2.5 ago:4.3 in:4.3 that:4.8 after:5 for:5 was:5 before:5.3 he:5.5 when:5.5 olds:6"},
    {"years",
     "ago:2.8 of:3 and:4 in:4 old:4 later:4.3 after:5 before:5 for:5 he:5 that:5 as:5.5 at:6 had:6 have:6 "
     "since:6 when:6"},
    {"yes", "i:3 sir:4.5 but:5 said:5 yes:5 you:5 it's:6"},
    {"yesterday", "and:3.8 that:4 in:4.5 morning:4.5 afternoon:5"},
    {"yet", "he:4.3 it:4.3 been:5 she:5 they:5 there:5.3 be:5.5 we:5.5 another:6 this:6"},
    {"york", "city:2 times:2.8 state:5 police:6 post:6 university:6"},
    {"you",
     "are:3.4 have:3.9 can:4.2 know:4.7 will:4.9 see:5.4 were:5.7 would:5.7 don't:5.9 may:5.9 must:5.9 "
     "think:5.9 want:5.9 could:6.2 should:6.2 say:6.4 shall:6.4 did:6.7 get:6.7 mean:6.7 can't:6.9 go:6.9 "
     "like:6.9 need:6.9 about:7.4 ever:7.4 look:7.4 might:7.4 never:7.4 cannot:7.9 didn't:7.9 find:7.9 "
     "give:7.9 got:7.9 ought:7.9 take:7.9 tell:7.9 always:8.4 believe:8.4 call:8.4 feel:8.4 just:8.4 "
     "love:8.4 make:8.4 really:8.4 remember:8.4 saw:8.4 sir:8.4 thought:8.4 too:8.4 understand:8.4 wish:8.4 "
     "won't:8.4 came:8.9 hear:8.9 suppose:8.9 told:8.9 use:8.9 keep:9.4 live:9.4 wouldn't:9.4"},
    {"you'd", "be:4 better:4 have:4 like:4.5 think:5"},
    {"you'll", "be:4 have:4 find:4.5 see:4.5 get:5 never:6"}, {"you're", "not:3.5 going:4 right:5.5 looking:6"},
    {"you've", "got:3 been:4 had:5 ever:6 never:6"},
    {"young",
     "man:2.5 men:4 people:4.3 woman:4.3 girl:5 lady:5 women:5.3 fellow:6 gentleman:6 ladies:6 boy:6.5 "
     "children:6.5 persons:8"},
    {"your",
     "own:4 father:6 life:6.3 eyes:6.5 hand:6.5 head:6.5 heart:6.5 majesty:6.5 mind:6.5 mother:6.5 name:6.5 "
     "wife:6.5 friend:7 honour:7 house:7 letter:7 way:7 brother:7.5 daughter:7.5 face:7.5 family:7.5 "
     "friends:7.5 hands:7.5 home:7.5 husband:7.5 money:7.5 pardon:7.5 place:7.5 sister:7.5 work:7.5 child:8 "
     "excellency:8 job:8 lordship:8 power:8 uncle:8.5"},

    /* French */
    {"c'est", "le:3.5 un:3.5 une:3.8 pas:4.3 dans:5"}, {"ce", "qui:2.3 que:2.5 qu'il:4 n'est:5"},
    {"dans", "la:2.3 le:2.3 les:2.8 un:3.8 une:3.8 ce:5 sa:5 son:5"},
    {"de", "la:2.3 ce:5 sa:5 son:5 cette:5.5 plus:5.5 ses:5.5 leur:6 faire:6.5 leurs:6.5 notre:6.5"},
    {"et", "les:4"}, {"il", "a:3 est:3 ne:3.3 avait:3.5 y:3.5 était:3.5 faut:4.5 se:4.5 fait:5.5"},
    {"ne", "peut:4 se:4 sont:4.3 me:5 pas:5"}, {"parce", "que:1 qu'il:3"}, {"plus", "de:2.5 tard:5.5"},
    {"y", "a:1 avait:2"}, {"à", "la:2.3 ce:5 son:5 une:5 sa:5.5 faire:6 partir:6 ses:6"},

    /* German */
    {"an", "der:2.2 die:3 den:3.3 einem:5"}, {"auf", "die:2.5 den:2.7 dem:3 der:3 einem:5"},
    {"aus", "der:2.2 dem:2.5 den:3.5 einem:4.5"}, {"bei", "der:2 den:3 dem:3.5 einem:4"},
    {"dass", "der:3 die:3 er:3.8 es:3.8 sie:3.8 das:4 ich:4.5"},
    {"es", "ist:2.8 war:3 gibt:4.5 sich:4.5 wird:5"}, {"für", "die:1.9 den:2.7 das:3 eine:4 einen:4"},
    {"in", "der:1.9 den:2.8 einem:4 einer:4 diesem:5 dieser:5"},
    {"mit", "dem:2.5 der:2.7 den:3.5 einem:3.5 einer:3.8 seiner:5"}, {"nach", "dem:2.5 der:2.7 den:4"},
    {"und", "die:3 das:4 in:4 er:4.5 sie:4.5"}, {"von", "der:2.8 den:3 dem:3.8 einem:5 einer:5"},
    {"zu", "den:4 einem:4.3 einer:4.3 sein:4.5"}, {"über", "die:1.9 den:2.8 das:3.5"},

    /* Spanish */
    {"a", "la:2.5 los:3 las:4"}, {"con", "el:2.7 la:2.8 los:3.7 un:3.8 una:4 su:4.5"},
    {"de", "la:2.2 los:3 las:3.8 una:4.3 su:4.5 esta:5.5 este:5.5 sus:5.5"},
    {"en", "el:2 la:2.2 los:3.5 las:4 un:4 una:4"}, {"lo", "que:1"},
    {"no", "se:3.3 es:4 ha:4 lo:4 hay:4.5 me:4.8"}, {"para", "el:3 la:3 que:3 los:4"},
    {"por", "el:2.8 la:2.8 los:3.8 lo:4"}, {"que", "el:3.3 se:3.5 no:3.8 los:4 ha:4.5 es:4.8 lo:5"},
    {"se", "ha:3.8 trata:6"}, {"y", "la:3.5 el:3.8 los:4.3 se:4.5 no:4.8"},

    /* Portuguese */
    {"com", "a:2.8 o:3 um:3.8 os:4 uma:4"}, {"em", "um:3.5 uma:3.5 são:5"},
    {"não", "é:3.5 se:3.8 foi:5 há:5 me:5"}, {"o", "que:2.8 seu:4.5"}, {"para", "a:2.8 o:3 os:4.3"},
    {"que", "o:3 não:3.5 se:4 os:4.3"},

    /* Italian */
    {"che", "il:3.8 non:3.8 si:3.8 ha:4.3 gli:5"}, {"di", "un:3.8 una:4 questo:5 questa:5.5"},
    {"e", "la:3.8 che:4 il:4 non:4.8 si:5"}, {"il", "suo:4"}, {"la", "sua:4"},
    {"non", "è:3 si:3.8 ha:4 era:4.5 c'è:4.8 sono:5"}, {"per", "la:2.8 il:3"}, {"più", "di:3"},

    /* Dutch */
    {"aan", "de:1.9 het:3"}, {"dat", "het:3.3 hij:4 ze:4 er:4.5 ik:5"}, {"in", "de:1.8 het:2.8 een:3.5 zijn:5"},
    {"is", "een:3.5 het:3.5 niet:4"}, {"met", "de:2.5 een:2.8 het:3.3 zijn:4.5"},
    {"op", "de:1.9 het:3 een:3.5"}, {"te", "worden:4 maken:5"}, {"van", "de:1.8 het:2.8 een:3.5 zijn:5"},
    {"voor", "de:2 het:3 een:3.3"},

    /* Russian */
    {"в", "том:5 этом:5.3"}, {"и", "не:4 он:4.8"}, {"не", "было:4.3 может:4.8 был:5 только:5 мог:5.5"},
    {"потому", "что:0.7"}, {"так", "как:3.3 что:4 же:4.5"}, {"то", "что:2.5 же:4 есть:5"},
    {"у", "меня:3 него:3 нас:4 нее:4 них:4"}, {"что", "он:3.5 не:4 это:4 я:4 она:4.5 они:4.5 бы:5"},
    {"это", "не:4 было:4.5 был:5"},

    /* Polish */
    {"nie", "jest:4 ma:4 było:4.5 może:4.5 był:5 tylko:5"}, {"się", "na:4 w:4 z:4.5"},
    {"to", "jest:3.5 nie:3.8 co:4"}, {"w", "tym:4.5"}, {"że", "nie:4 w:4"},

    /* Swedish */
    {"att", "det:3.5 han:4 man:4 jag:4.5 vi:4.5"}, {"det", "är:2.5 var:3.3 finns:4 har:4 inte:4"},
    {"för", "att:1.8"}, {"i", "det:4.5 sin:5"}, {"på", "det:4.5"}, {"som", "har:3.8 är:4 inte:4.5"},

    /* Turkish */
    {"bir", "şey:4.5 gün:6"}, {"ya", "da:1.5"},

    /* Arabic */
    {"في", "هذا:4.5 هذه:4.5"},

    /* Chinese */
    {"中", "国:3.5 國:3.5"}, {"我", "们:2.5 們:2.5"}, {"他", "们:3 們:3"}, {"一", "个:2.5 個:2.5 些:5 样:5 樣:5 种:5 種:5"},
    {"什", "么:1.1 麼:1.1"}, {"没", "有:1.5"}, {"沒", "有:1.5"}, {"这", "个:3 個:3 些:4 是:4 样:4 种:4.5 里:5"},
    {"這", "個:3 些:4 是:4 樣:4 種:4.5 裡:5"}, {"自", "己:1.5 然:5"}, {"可", "以:1.5 能:3"}, {"因", "为:1.5 為:1.5"},
    {"不", "是:3.5 能:4 会:4.5 會:4.5 同:5 知:5"}, {"时", "候:3 间:3"}, {"時", "候:3 間:3"}, {"知", "道:1.5"}, {"就", "是:2.5"},
    {"所", "以:2 有:3"}, {"如", "果:2 何:3.5 此:3.5"}, {"但", "是:1.5"}, {"已", "經:1.1 经:1.1"}, {"年", "代:6 來:6 月:6 来:6"},
    {"问", "题:1"}, {"問", "題:1"}, {"经", "济:4 过:4"}, {"美", "国:1.5 國:1.5"},
    {NULL, NULL},
};
