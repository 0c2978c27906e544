"""The project's own grammar of how people speak to a movie guide: what the words around a title look like.

`|` parts alternatives in `( )`, `[ ]` is optional, `{NAME}` is a slot; {T} is where a title stands and {X} any word that
ordinary English does not decide (a place, a name). It is read by `training` alone, never while answering.
"""

from __future__ import annotations

from typing import Final

SLOTS: Final[dict[str, str]] = {
    "N": "(3|4|5|6|7|8|9|10|11|12|13|14|five|six|seven|eight|nine|ten|eleven|twelve)",
    "YEARS": "({N} (year old|year old|year old|yr old|yr old|years old|yo|yo|yo|y o|yrs|year olds|yr olds|month old|months old)|{N}yo|{N}yo)",
    "AGE": "({YEARS}|{YEARS}|{YEARS}|child|kid|{N} and a half year old|{N} {N} and {N} year olds|{N} (or|to) {N} year olds|"
    "(first|second|third|fourth|fifth|sixth|seventh|eighth|1st|2nd|3rd|4th|5th|6th|7th|8th) grader|(middle|high|elementary) schooler|"
    "kindergarten kid|kid in (second|third|4th|5th) grade|newborn|little one|toddler)",
    "KIN": "(son|daughter|kid|kids|child|children|boy|girl|boys|girls|nephew|niece|grandson|granddaughter|grandkids|"
    "grandchild|grandchildren|little one|little ones|little brother|little sister|brother|sister|oldest|youngest|eldest|twins|"
    "toddler|stepson|stepdaughter|godson|cousin|little guy|little boy|little girl|students|class|family|wife|husband|"
    "mom|dad|two boys|two girls|two kids|three kids|middle child|middle one|big kid|crew|babies|teens)",
    "WHO": "(my|our|the|a|his|her|their|an|any|this|some) [very|sensitive|anxious|easily scared|mature|shy|brave|curious] "
    "({AGE}|{KIN}|{N} (year old|yr old) {KIN}|{KIN} who is {N}|{KIN} aged {N}|{KIN} ages {N} and {N}|{KIN} {N} and {N})",
    "WHOM": "({WHO}|{WHO}|{AGE}|kids|children|a {AGE}|an {AGE}|{N} year olds|kids under {N}|young kids|small children|little kids|"
    "a bunch of {N} year olds|a group of {N} year olds|a class of {N} graders|girls|boys|teens|tweens|toddlers|everyone|"
    "the whole family|all ages|families|kids aged {N}|someone who is {N}|{N} and up|ages {N} and up|a sleepover|sensitive kids)",
    "OK": "(ok|okay|fine|alright|all right|appropriate|suitable|good|safe|right|too scary|too violent|too much|too intense|"
    "too mature|too old|too young|too grown up|too sad|cool|acceptable|age appropriate|kid friendly|family friendly|child friendly|"
    "kid safe|decent|clean|bad|terrible|worth it|worth watching|unsuitable|inappropriate|tame|mild|scary|violent|gory|sad|funny|"
    "boring|intense|disturbing|upsetting|creepy|graphic|dirty|dark|heavy|adult|any good|great|a good choice|a good pick|"
    "a good idea|a bad idea|nightmare fuel|rated r|pg|pg 13|allowed|advisable|sensible|wise|reasonable|manageable|doable)",
    "CON": "(violence|gore|blood|fighting|fights|guns|gun violence|weapons|swearing|swear words|cursing|cussing|language|"
    "bad language|bad words|strong language|profanity|f bombs|nudity|sex|sex scenes|sexual content|kissing|romance|drugs|"
    "drug use|drinking|alcohol|smoking|death|deaths|dying|characters dying|jump scares|scary scenes|scary parts|scary stuff|"
    "scary bits|scares|nightmares|monsters|ghosts|horror|bullying|racism|suicide|self harm|animal death|dog death|"
    "sad parts|sad scenes|tobacco|vaping|crude humor|potty humor|slurs|war|torture|abuse|innuendo|adult themes|mature content|"
    "inappropriate stuff|inappropriate scenes|nude scenes|fight scenes|bloody scenes|anything bad|anything scary|"
    "anything inappropriate|flashing lights|car crashes|murder|killing|shooting|stuff|content|themes|jumpscares)",
    "CONS": "({CON}|{CON}|{CON} (or|and) {CON}|{CON} {CON} or {CON})",
    "WHEN": "(tonight|today|tomorrow|this weekend|on (saturday|sunday|friday|monday|wednesday|tuesday|thursday)|this afternoon|"
    "this evening|next week|next weekend|for movie night|on movie night|after dinner|before bed|later|soon|this week|"
    "for family movie night|at the weekend|at school|at a sleepover|at a party|on the plane|at home|at the cinema|now|"
    "on (netflix|disney plus|hulu|dvd|tv|amazon|prime|max|streaming)|over the holidays|for halloween|for christmas|first)",
    "ASKS": "({ASK}|{ASK}|{ASK}|{ASK} (if|whether|is|so|but)|if|whether)",
    "ASK": "(please|hi|hello|hey|hey there|quick question|question|so|ok so|um|help|hi all|hi everyone|hello everyone|"
    "good morning|sorry|anyone know|does anyone know|do you know|can you tell me|could you tell me|can anyone tell me|"
    "tell me|i wonder|wondering|just wondering|i was wondering|curious|does anybody know|any idea|any ideas|anyone know if|"
    "do you think|would you say|i need to know|we need to know|need to know|trying to decide|not sure|i am not sure|"
    "im not sure|i want to know|i would like to know|id like to know|advice please|parents of reddit|fellow parents|"
    "mom here|dad here|new here|hi there|hiya|yo|ok|okay|well|actually|also|and|but|thanks|anybody know)",
    "TAIL": "(please|thanks|thank you|thx|pls|help|advice|any advice|any thoughts|thoughts|what do you think|or not|or no|"
    "yes or no|or should we wait|or should i wait|or is it too (scary|much|violent)|good or bad|ok or not|yay or nay|"
    "i cant remember|its been years|no idea|be honest|asap|anything to know|anything i should know|anything to worry about|"
    "what should i know|is that ok|is that fine|is it ok|is it okay|is it suitable|is it appropriate|is it alright|is that alright|"
    "should i let (him|her|them)|would you|would you let (him|her|them)|good idea|bad idea|good or bad idea|should i worry|"
    "do i need to worry|what do you reckon|am i crazy|am i a bad parent|is he too young|is she too young|are they too young|"
    "too soon|too early|too young|too scary|too much|how bad is it|whats in it|what is in it|any warnings|any concerns|will (he|she|they) be ok|"
    "can (he|she|they) (watch|see|handle) it|its from {Y}|it is from {Y}|its the {Y} movie|the {Y} movie|the one from {Y}|it came out in {Y}|and can {WHOM} (see|watch|handle) it|and is it {OK} for {WHOM}|and would {WHOM} (like|enjoy) it|but (is it|my {KIN}|i) (ok|is {N}|worry)|"
    "and (can|should|would) (i|we) [let {THEM}] (watch|see) it|ok|okay|right|is that a problem|is it any good|he scares easily|she scares easily|"
    "they scare easily|he hates {CON}|she gets nightmares|just asking|tell me|let me know|im worried|worried about {CONS}|"
    "{CONS}|any {CONS}|is there {CONS}|i heard it has {CONS}|we hate {CONS}|not a fan of {CONS}|does it have {CONS})",
    "THEM": "(him|her|them|my {KIN}|the {KIN}|our {KIN}|{WHO})",
    "MOVIE": "(movie|film|flick|one|picture|cartoon|show)",
    "BEFORE": "([the|that|this|called|a movie called|the movie|the film|the movie called|the new movie|the disney movie|"
    "the one called|that movie|that film|the new|the old|the original|a film called|the animated])",
    "AFTER": "([the movie|the film|movie|film|the original|the remake|the new one|the old one|the animated one|the live action one|"
    "the first one|the older one|the newer one|the latest one|the {Y} one|from {Y}|{Y}|{Y} version|the one from {Y}|the one with {X} {X}|"
    "starring {X} {X}|with {X} {X}|the {X} {X} one|the cartoon|original version|new version|the newer version|the one starring {X} {X}|"
    "the {X} {X} version|by {X} {X}|directed by {X} {X}|{Y} movie|the {Y} movie|remake])",
    "Y": "(1939|1954|1967|1972|1985|1987|1991|1994|1999|2003|2008|2014|2019|2021|2023)",
    "A": "{BEFORE} {T} {AFTER}",
    "TT": "({A}|{A}|{A}|{T}|{T}|{T}|{T} (or|and|vs|versus) {T})",
    "THEATER": "(the|a|my|any|our) (movie house|movie theater|movie theatre|cinema|cinemas|theater|theatre|theaters|"
    "{X} theater|{X} theatre|{X} cinema|{X} {X} theatre|{X} {X} cinemas|local theater|nearest cinema|closest theater|closest movie house|"
    "nearest movie theatre|{X} {X}|{X})",
    "CLOCK": "({N} pm|{N}:15 pm|{N} a m|friday|{N} (pm|am|p m|a m|oclock)|{N}:30 pm|noon|midnight|tonight|tomorrow|today|on saturday|wednesday|next monday|sunday|"
    "this friday|in {N} (hours|minutes|seconds)|right now|dinner time|lunch time|this evening)",
}

# With a title.
ASKING: Final[tuple[str, ...]] = (
    "[{ASKS}] (is|was|are|would|might) {TT} [be|really|actually|still|even] {OK} (for|with|around|to watch with|to see with) {WHOM} [{WHEN}] [{TAIL}]",
    "[{ASKS}] is {TT} {OK} for {WHOM} [{TAIL}]",
    "[{ASKS}] is {TT} (really|actually|even|still|really that|that|very|pretty|at all|kinda) {OK} for {WHOM}",
    "[{ASKS}] is {TT} {OK} [{TAIL}]",
    "[{ASKS}] (would|will|could|might) {TT} (be|seem|feel) {OK} (for|to|with) {WHOM} [{TAIL}]",
    "[{ASKS}] (would|will|could|might|does|did) {TT} (scare|frighten|upset|bother|traumatize|traumatise|bore|terrify|disturb|confuse|"
    "give nightmares to|freak out|scar|work for|suit|hold up for|spook|entertain|hurt|excite|be lost on|mess up|make) {WHOM} [cry] [{TAIL}]",
    "[{ASKS}] (can|could|should|may|might|would|will|shall) {WHOM} (watch|see|handle|enjoy|like|cope with|deal with|manage|sit through|go see|go to|"
    "be allowed to watch|stream|rent|understand|get through|tolerate|love|be ok with|be scared of|be fine with|survive|try|be able to watch|take|follow) {TT} [{WHEN}] [{TAIL}]",
    "[{ASKS}] (can|could|should|do|may) (i|we|you) (show|let {THEM} watch|let {THEM} see|watch|put on|play|take {THEM} to|take {THEM} to see|see|"
    "rent|stream|put {THEM} in front of|allow|start {THEM} on|skip|avoid|try|turn on|pick|choose|bring {THEM} to|wait on|say yes to|buy|get|ban|recommend) "
    "[{THEM}] {TT} [with {WHOM}|for {WHOM}|to {WHOM}] [{WHEN}] [{TAIL}]",
    "[{ASKS}] (what age|what ages|which age|what age group|how old|what grade|what rating|what is the age|what is the right age|what is a good age|"
    "whats the age|what age range|what minimum age) (is|are|for|for|is it for|would you say for|do you recommend for|is right for|is best for|is good for|"
    "should kids be for|do you have to be for|to watch|to see|rating for|rating of|limit for|is appropriate for|should a kid be to watch|can watch) {TT} [{TAIL}]",
    "[{ASKS}] (age|age rating|rating|age limit|age recommendation|parents guide|parental guide|parent guide|review|parent review|content warning|"
    "content warnings|trigger warnings|warnings|age advice|minimum age|recommended age|suitability|guide|info|details|summary|advice|age guidance|verdict|opinion|lowdown) "
    "(for|of|on|about|for|:) {TT} [for {WHOM}] [{TAIL}]",
    "[{ASKS}] (is|are) there [any|a lot of|much|lots of|too much|some|tons of|really] {CONS} (in|during|throughout) {TT} [{TAIL}]",
    "[{ASKS}] (any|much|lots of|a lot of|too much|how much|some|what kind of|what|which|no) {CONS} [is|is there|are there] (in|during) {TT} [{TAIL}]",
    "[{ASKS}] (does|do|did|will) {TT} (have|contain|include|show|feature|get|involve|has|show any|have any|contain any|have a lot of|have much|have lots of|"
    "have too much|got|mention|deal with|go into|include any|depict|feature any) {CONS} [later on|at the end|in it|anywhere] [that {WHOM} might notice|for {WHOM}] [{TAIL}]",
    "[{ASKS}] (does|do|did|will) {TT} (get|become|turn|end|look|seem|go|hold up|start) {OK} [later on|at the end|in the middle] [{TAIL}]",
    "[{ASKS}] how (bad|scary|violent|gory|intense|bloody|sad|dark|graphic|raunchy|sexual|funny|long|mature|creepy|appropriate|suitable|good|heavy|frightening|disturbing|"
    "upsetting|rough|crude|tense|kid friendly|family friendly|age appropriate|explicit|much {CON}) (is|was|does|are|would) {TT} [get|really|actually|for {WHOM}|for {THEM}] [{TAIL}]",
    "[{ASKS}] (hows|how is|how about|how was|how did|whats up with|what about|what do you think about|what do you think of|thoughts on|opinions on|any thoughts on|your thoughts on|"
    "any opinions on|tell me about|i need info on|info on|information on|anything on|advice on|opinion about|views on|feelings about|verdict on|give me the lowdown on|any advice on|"
    "i want to know about|i want info about|whats the deal with|what is the deal with|do you know|have you heard of|what can you tell me about|concerned about|worried about|"
    "unsure about|curious about|wondering about|asking about|question about|looking at|checking|check|please check|look up|can you check|can you look up|could you look up|lookup|search for|"
    "find|review|rate|recommend|do you recommend|would you recommend|you recommend) {TT} [for {WHOM}|with {WHOM}|as a first movie for {WHOM}|for {CONS}] [{WHEN}] [{TAIL}]",
    "[{ASKS}] (whats|what is|what was|what kind of {CON} is|what sort of {CON} is|whats all) [bad|scary|inappropriate|wrong|actually|really] (in|with|about|going on in) {TT} [that (parents|i|we|a parent|mom) (should|need to|ought to) (know|know about|worry about|watch out for|be aware of|look out for)] [{TAIL}]",
    "{WHO} (wants|wanted|wants so badly|is begging|keeps begging|keeps asking|is asking|asked|is dying|is desperate|has been asking|would like|is hoping|begged|is obsessed|insists|is pestering me|is nagging|got invited|was invited|is going|needs|has been invited|is itching|is excited|is allowed|"
    "is planning|is supposed|plans|is about|hopes|is keen|wont stop asking|wants me) (to watch|to see|for|to go see|to rent|about|to go to|on|to put on|to stream|with) {TT} [{WHEN}] [with {WHOM}] [{TAIL}]",
    "{AGE} (asking|begging|wanting|hoping|pleading|nagging|going|dying|desperate|invited|keen) (for|to see|to watch|about|to go to) {TT} [{TAIL}]",
    "{WHO} (loves|loved|likes|liked|saw|watched|has seen|enjoyed|hated|was scared of|is into|adores|started|finished|picked|chose|found|discovered|cried at|has been watching|is watching|just watched|heard about) {TT} [{TAIL}]",
    "[{ASKS}] (im|i am|we are|were|we were thinking of|i was thinking of|were thinking of|planning on|considering|debating|is it ok|we plan on|about to be|i am considering|we are considering|tempted by) "
    "(taking {THEM} to|taking {WHO} to|taking {WHO} to see|bringing {THEM} to|watching|showing {THEM}|seeing|letting {THEM} watch|putting on|renting|streaming|letting {THEM} see|starting) {TT} [for {WHOM}|with {WHOM}] [{WHEN}] [{TAIL}]",
    "[{ASKS}] (we|i|they) (have|want to watch|want to see|are watching|are seeing|rented|bought|got|picked|plan to watch|planned|might watch|may watch|were going to watch|will watch|would like to watch|are going to see|need to review|"
    "are about to watch|chose|found|borrowed|are planning to watch|wanted to see|downloaded|own|recorded|like|love|loved|liked|saw|watched|heard about|read about|have tickets for|have tickets to|got tickets to|are thinking about) {TT} "
    "[on the list|on dvd|lined up|on the schedule|queued up|on our list|planned] [with {WHOM}|for {WHOM}] [{WHEN}] [kids {N} and {N}] [{TAIL}]",
    "(friend|a friend|grandma|grandpa|my mom|my sister|someone|the neighbor|the neighbors|my husband|my wife|dad|mum|school|teacher|my brother|my ex|the babysitter|a colleague|people|his friend|her friends|the library) "
    "(lent us|gave us|recommended|suggested|wants to show {THEM}|is showing|showed {THEM}|sent us|bought us|told us about|told me about|loaned us|said|put on|played|picked|invited us to|took {THEM} to|let {THEM} watch|keeps recommending|mentioned|swears by|raves about) {TT} [any {CONS} in (there|it)] [{WHEN}] [{TAIL}]",
    "(birthday party|movie night|family movie night|party|class|class movie|tonights|sleepover|school|our|the next|the class|the|this weeks|date night) (movie|film|pick|choice|feature|is|selection) (is|will be|might be|could be|was|being) {TT} [they are all {N} or {N}] [{TAIL}]",
    "{TT} (with|for|with|and|around|plus) {WHOM} [{WHEN}] [{TAIL}]",
    "{TT} (with|for) {WHOM}",
    "[{ASKS}] about {TT} [is it {OK} for {WHOM}|is it {OK}|any {CONS}|can {WHOM} watch it]",
    "(hows|how is|how was|how about) {TT} (for {WHOM}|with {WHOM}|for kids|{TAIL})",
    "(thinking of|thinking about|considering|debating|what about) {TT} (for {WHOM}|with {WHOM}) [{WHEN}] [{TAIL}]",
    "[{ASKS}] (can|could|should|would) {WHOM} (watch|see|handle|handle|cope with|enjoy) {TT}",
    "{WHO} {TT} [{TAIL}]",
    "{TT} [{TAIL}]",
    "{TT} {OK} for {WHOM}",
    "{TT} (is|was|looks|seems|sounds) {OK} [for {WHOM}] [{TAIL}]",
    "{TT} {OK} [{TAIL}]",
    "{T} (it is|its|it has|it was|because|but|and i|so i|since|which|that|as|although|who|where|in|on|so|is a|was a|has) [a|the|i|it|we|they|been|very|really|good|great|not|my|this|his|also|have|is|was|just|mind|story|way] [movie|have|been|heard|that|good|of|one|looking|think|it|want|fun]",
    "{TT} (my {KIN} is {N}|{WHO} is {N}|they are {N} and {N}|hes {N}|shes {N}|my {KIN} are {N} and {N}|he is {N}|she is {N}) [{TAIL}]",
    "{TT} (at|@|age|ages) {N} [{TAIL}]",
    "{TT} (parents guide|parental guide|age rating|review|rating|age|movie review|age limit|content|warnings|suitability|for kids|for children|kid friendly|kids|parent review|cast|plot|ending|trailer|reviews)",
    "{WHO} (and|plus|vs|versus|+) {TT} [{TAIL}]",
    "{WHOM} {TT} [{TAIL}]",
    "[{ASKS}] (has|have|did) (anyone|anybody|any of you|you|your kids|other parents|someone) [ever] (watched|seen|see|watch|shown|let|taken|tried|let {THEM} watch|shown {THEM}|show {THEM}|taken {THEM} to|screened|put on|heard of|reviewed) {TT} [with {WHOM}|with their {AGE}|at {N}] [{TAIL}]",
    "[{ASKS}] (i have|we have|ive got|i got|weve got|got) {WHOM} (does|would|will|is|can they watch|could they see|should we watch|what about|how about|do you think) {TT} (work|ok|fine|be ok|suit|too scary|fit|be fine|be too much|good) [{TAIL}]",
    "[{ASKS}] too (soon|early|young|scary|old|much|violent|mature|intense|little|sensitive) (for|to watch|to see|to try) {TT} [with {WHOM}|for {WHOM}|at {N}] [{TAIL}]",
    "[{ASKS}] (ok|okay|fine|safe|good|appropriate|alright|suitable|cool|bad|wise|possible|right) (to|for me to|for us to) (watch|show|see|put on|let {THEM} watch|show {THEM}|take {THEM} to|let {THEM} see) {TT} [with {WHOM}|to {WHOM}] [{WHEN}] [{TAIL}]",
    "[{ASKS}] (do i|do we|should i|should we) (need to|have to|want to) [worry about|be worried about|fast forward through|skip|watch out for|prepare for|pre screen|preview] [{CONS}] (in|during|for|with|at|before) {TT} [{TAIL}]",
    "[{ASKS}] (which is better|which is scarier|what is better|which one is better|is it better to watch|what is more suitable|which first|should we pick) [for {WHOM}] {T} or {T} [for {WHOM}] [{TAIL}]",
    "[{ASKS}] (is|are) {T} (or|and) {T} {OK} for {WHOM}",
    "[{ASKS}] (compare|versus) {T} (and|with|to|vs) {T} [for {WHOM}]",
    "[{ASKS}] (i meant|no i meant|i mean|no not that|not that one|sorry i meant|the one i mean is|i was asking about|i am talking about|i said|its called|it is called|the movie is called|the film is called|the title is|the movie is|the name is|i think its called|named|titled|and) {TT} [{TAIL}]",
    "[{ASKS}] (where|how|when) (can|could|do|does) (i|we|you) (watch|see|find|get|rent|stream|buy) {TT} [{WHEN}]",
    "[{ASKS}] (i want|i would like|i d like|id like|we want|i need|i wanna|i want you|i wish|i am looking|im looking|i was hoping|i love|i plan|lets|let us|want) (to watch|to see|to go see|to find|to buy tickets for|to know about|to learn more about|tickets for|tickets to|for|watch|see|a ticket to|{N} tickets for|{N} tickets to|movie tickets for) {TT} [at {THEATER}] [at {CLOCK}] [{TAIL}]",
    "(buy|get|purchase|find|book|order|can you buy|can i get|could i get|please get|can you find|reserve|can i buy|please book|show me|give me|can you get) [me|us] [movie|some|{N}|{N} movie|two|the|a|the movie] (tickets|ticket|showtimes|times|schedule|schedules|show times|movie times|movie schedule|seats|showtime|listings) (for|to|of|to see) [the movie|the film|movie] {T} [at {THEATER}] [at {CLOCK}|for {CLOCK}|{CLOCK}] [for {N} people]",
    "(what time|when|where|what times|which cinema|what theater|what movie house) (is|will|does|are|can i watch|can i see|would|s) [{THEATER}] [playing|showing] {T} (playing|showing|start|starting|on|play|at {THEATER}|screening|shown|be playing|be showing|scheduled|running) [at {THEATER}] [{CLOCK}]",
    "is {T} (playing|showing|on|out|still playing|screening|at) [at {THEATER}|in {THEATER}] [{CLOCK}]",
    "(find|show|show me|what is|whats|which is|find me|need|locate|give me) (the|a|any) (nearest|closest|local|nearby|next) (cinema|theater|theatre|movie house|movie theatre|movie theater) (playing|showing|with|that is playing|that shows|to see|to watch) {T} [{CLOCK}]",
    "(find|show|show me|search for|look for|play|find me|look up|get|see) [a|the] [movie|film] [called|named|titled] {T} [at {CLOCK}] [at {THEATER}]",
    "(who|who else) (is the director of|directed|stars in|is in|starred in|made|wrote|acted in|plays in|is the actor in|are the actors in) {T} [movie|film]",
    "(what is|whats|what was|what is the movie|what are) {T} (about|rated|like|supposed to be about|all about|based on)",
    "(i|we|he|she) (like|love|loved|liked|really like|really enjoyed|enjoyed|prefer|have seen|never saw|saw|just saw|hated|recommend|suggest|heard|think about|would choose|would say|choose|pick|will take|would rather see|will go with) {T} [it is a good movie|its great|a lot|so much|better|too|as well|sounds good|sounds better to me]",
    "(how about|what about|maybe|perhaps|have you seen|have you watched|did you like|do you like|you might like|you should watch|try|check out|you may enjoy|i suggest|or|yes|no|yea|sure|ok|great|yes to|and) {T} [then|instead|sounds good|please|is the one|it is|sounds great|works|too]",
    "[what is|tell me|give me|whats|i want] [a|the] (story|synopsis|preview|plot|ending|trailer|cast|director|summary|rating|reviews|tickets|ticks|ratings|genre|length|runtime|times) (of|for|in) {T} [please|and|thanks]",
    "{T} (its|it is|it s) a (good|great|nice|fun|bad) (movie|one|film)",
    "{T} (show|showing|tickets|prices|showtimes|movie tickets|times) [at {CLOCK}|please|at {THEATER}]",
    "(the movie|movie|the film|film|the name|the one) is {T} [please|and|at {THEATER}|at {CLOCK}]",
    "(the movie|movie|the film|film) {T} [please|is great|is ok|at {CLOCK}|at {THEATER}]",
    "{T} (at|for) {CLOCK} [at {THEATER}] [for {N} (people|tickets)]",
    "{T} (sounds|looks|seems) (good|great|interesting|fun|better|nice|ok) [to me]",
)

# Without one.
OTHER: Final[tuple[str, ...]] = (
    "[{ASKS}] (what|which) (movies|films|movie|film|cartoons) (are|is|would be|can we watch|should we watch|do you recommend|would you recommend|can you recommend) [{OK}|good|playing|showing|out|on] [for {WHOM}] [{WHEN}] [at {THEATER}] [{TAIL}]",
    "[{ASKS}] (can you|could you|please|would you) (recommend|suggest|find|give me|help me find|tell me|show me|list) [me] (a|some|any|good|another|a good|a few|the) [good|nice|funny|scary|animated|family|kids|action|comedy|new|romantic|sci fi|old] (movie|movies|film|films|one|ones|suggestions) [for {WHOM}] [without {CONS}] [{WHEN}] [{TAIL}]",
    "[{ASKS}] (i|we) (want|need|would like|am looking|are looking|like|love|prefer|am in the mood|hate|dont like|am interested in|enjoy) [for|to see|to watch] (a|some|something|any|more) [good|funny|animated|scary|sad|romantic|action|comedy|family|horror|drama|thriller|fantasy] [movie|movies|film|films|comedies|dramas|thrillers] [for {WHOM}] [{WHEN}]",
    "(find|show|show me|give me|what are|what is|get|get me|check|i need) [the|me] [animated|nearest|local|closest] (movie|movies|film|films) (schedule|schedules|times|listings|showtimes|playing|showing|starting) [for|in|at|around] [the|my|{THEATER}|{X}|{X} {X}] [area|neighborhood|neighbourhood|town|city] [{CLOCK}]",
    "(buy|get|purchase|book|order|i need|i want|i would like|i d like|can i get|can you buy) [me|to buy|to get|to book] [{N}|two|three|some|a|the] (ticket|tickets|movie tickets|seats) [please|at {THEATER}|for {CLOCK}|at {CLOCK}|for tonight|in {X}|for {N} people|for the {CLOCK} show]",
    "(yes|no|ok|okay|thanks|thank you|sure|great|perfect|good|hello|hi|hey|bye|goodbye|cool|awesome|nice|alright|yeah|yep|nope|please|sorry|maybe|right|correct) [please|thanks|thank you|that works|that is fine|sounds good|that would be great|thats all|have a good day|bye|i think so|not really|that is right|i am good|that is correct]",
    "(at|for|on|how about|what about|make it|try|do|around|let us do|in) [the] ({CLOCK}|{THEATER}|{X}|{X} {X}|{N} tickets|{N} people) [please|works|is fine|is good|instead|then]",
    "my name is {X} [{X}]",
    "(i am|i live|we are|im|i will be|we live) (in|near|at|around|from) {X} [{X}]",
    "(that|it|this|he|she|they|which|who) (is|was|sounds|looks|seems|were|would be|has been|will be) [a|an|the|so|very|really|too|pretty|not|kind of] (good|great|bad|interesting|funny|boring|sad|scary|classic|amazing|nice|fun|movie|film|one|scene|story|actor|director|ending|fine|long|best|worst|part|character|thing|wonderful|awesome|terrible|ridiculous|joke|true|wrong|right) [movie|film|one|i think|though|to me|for sure|too]",
    "(i|we|you|they|he|she) (think|thought|know|guess|believe|agree|remember|heard|read|said|mean|feel|hope|wish|doubt|dont know|didnt know|never knew|saw|liked|loved|hated|would|could|should|have|had|can) [that|about|it|this|of|to] [is|was|the|a|so|not|be|see|watch|do] (movie|film|it|that|one|trailer|book|story|scene|ending|character|them|him|her|more|good|great|right|too|well|again|first)",
    "(why|how|when|where|what|who) (is|was|are|do|did|does|would|can|could|should|will) (you|it|that|he|she|they|this|the {X}|we|i|people|anyone) [so|not|be|get|go|do|like|think|want|say|mean|know|have|see] [it|that|this|there|here|so|now|about|to]",
    "(add|play|put|listen to|i want to hear) [the|some|a|this|another] (song|track|album|music|tune|artist|{X}|{X} {X}) [by {X} {X}] [to|on|from|in] [my|the] [{X}|{X} {X}] [playlist|spotify|youtube|list|itunes]",
    "(what is|whats|tell me|give me|will there be|is it) [the|a] (weather|forecast|temperature|rain|snow|cold|hot|storm|humidity) [be|like|going to be] (in|for|on|at|near) {X} [{X}] [{CLOCK}]",
    "(book|reserve|i need|make|find) [a|me a|us a] (table|restaurant|reservation|spot|bar|pub|seat|place) (for|at|in|near|that serves|with) [{N} people|{N}|{X}|{X} {X}] [in {X}] [at {CLOCK}]",
    "(rate|give|i rate|i want to give) (this|the|the current|that) (book|novel|essay|series|textbook|album|saga|chronicle) [a|{N}|{N} stars|{N} out of {N}|{N} points|zero stars]",
    "(the|a|his|her|their|my|one|that|this|some|another|most|every) [first|second|last|best|whole|only|same|other|new|old|real|great|main|original] (movie|film|scene|actor|actress|director|part|trailer|character|story|plot|book|series|sequel|remake|version|thing|way|time|guy|man|kid|world|people|ending|role|script|soundtrack|cast|performance|theater) (is|was|has|had|in|of|from|with|that|and|at|on|to|for|looks|made|makes|got|would) [the|a|it|this|that|so|not|really|very|just] [good|great|bad|better|best|one|movie|film|him|her|them|me|us|you|time|way|story]",
    "(what|who|which one|any|nothing|something|someone|everything|anything|nobody|no one) [is|was|are|else|about] [it|that|this|there|good|new|wrong|here|else|like that|on tonight|for kids|to watch] [{WHEN}]",
    "(who|what) (is|are) you",
    "(thanks|thank you) [so much|a lot|for the help|for that|for your help] [bye|have a great day|see you|i will check it out|that helps]",
    "(the|that) (first|second|third|last|new|old|older|newer|{Y}|animated|original|other|live action) one [please|thanks]",
    "[{ASKS}] (is|what about|and|how about) (it|that|that one|this one|for) [{OK}|for {WHOM}|the {AGE}] [{TAIL}]",
    "({WHO}|{WHOM}) (is|are|has|have|loves|likes|hates|wants|gets|was|cant handle|scares easily at|is afraid of|is turning|just turned|will be) [{N}|{CONS}|scared|nervous|a movie|something to watch|movies|cartoons|a birthday] [{WHEN}] [{TAIL}]",
    "(any|is there|are there) [{CONS}|anything] [in it|in that one|in that|in there|i should know]",
)

# Everyday words the grammar does not happen to use; they say nothing about a title.
ORDINARY: Final = """
able about above across actually after again against ago ahead all almost alone along already alright also although always am
among amount an and another answer any anybody anymore anyone anything anyway are around as ask asked asking at available away
awful back bad badly be became because become been before began begin behind being believe below besides best better between
beyond big bit book both bother bought bring brought bunch but buy by call called calls came can cannot cant care careful case
change check child choice choose clearly close comes coming complete concern concerned concerns consider content could couldnt
couple course crazy cried cry curious cut daily dark date day days deal decide decided definitely depends describe did didnt
difference different difficult directed director do does doesnt doing done dont doubt down drama during each earlier early
easily easy either else end ended ends enough enjoy entire episode especially etc even evening ever every everybody everyone
everything exactly example except excited expect explain extra extremely fact fairly fall false family fan far fast favorite
favourite fear feel feeling feels felt few figure final finally find fine finish first fit five follow for forget forgot found
four free friend friends from full fun funny further future gave general generally genre get gets getting girl give given gives
glad go goes going gone gonna good got gotta great group grow guess guide guy guys had half hand handle handled happen happened
happens hard hardly has hasnt hate have havent having he hear heard help helpful her here heres hers herself hes hey high him
himself his hit hold honest honestly hope hour hours house how however huge hurt i id idea ideas if ill im imagine important in
inside instead interested interesting into is isnt issue issues it its itself ive job join just keep keeps kept kid kids kind
kinda kinds knew know known knows lack language large last late lately later laugh lead learn least leave left less let lets
letting level life like liked likely likes line list listen literally little live lol long longer look looked looking looks lose
lost lot lots love loved loves low made main make makes making man many matter mature may maybe me mean means meant meet mention
message might mind mine minute minutes miss missed moment mommy money month months more morning most mostly mother movie movies
much must my myself name near nearly need needs neither nervous never new news next nice night no nobody none normal not note
nothing notice now number obviously of off offer often oh ok okay old older oldest on once one ones only onto open opinion
opinions or order other others our ours ourselves out outside over overall own page parent parents part parts party pass past
people perfect perhaps person pick picked piece place plan planned planning plans play played playing plays please plenty plot
plus point possible possibly prefer prepare pretty prob probably problem pull put question questions quick quickly quite rate
rated rather rating ratings rd read reading ready real really reason recent recently recommend recommended remember rent review
reviews ride right room rough rules run said same saturday save saw say saying says scare scared scares scary scene scenes
school second see seeing seem seemed seems seen sense sensitive sent series serious seriously set several share she short should
shouldnt show showed showing shown shows sibling siblings side similar simple simply since sit situation sleep small so some
somebody someone something sometimes somewhat somewhere soon sorry sort sounds speak spend spot stage stand start started starts
stay still stop stopped story straight stuff stupid such suggest suggestions sunday super support supposed sure surely take taken
takes taking talk talking tell tells tend terms than thank thanks that thats the their them themselves then there theres these
they theyre thing things think thinking third this those though thought thoughts three through throughout till time times tired
title to today together told tomorrow tonight too took top total totally touch toward tried tries true trust truth try trying
turn turned tv two type types under understand unless until up upon us use used uses usually various version very view violence
violent visit wait waiting walk wanna want wanted wants warn warning was wasnt watch watched watches watching way ways we week
weekend weeks weird well went were weve what whatever whats when whenever where whether which while who whole whom whose why
will willing wish with within without wonder wondering wont word words work worked works world worried worries worry worse worst
worth would wouldnt wow wrong yeah year years yep yes yesterday yet you young younger youngest your youre yours yourself
cinema theater theatre ticket tickets stream streaming netflix hulu disney trailer sequel prequel franchise trilogy remake reboot
cartoon animated animation screening rental rated popcorn sleepover playdate bedtime nightmares tantrum homework teacher grandma
grandpa grandparents aunt uncle babysitter nanny daycare preschool kindergarten grade graders classroom birthday halloween
christmas holiday holidays vacation plane flight movie's film films flick flicks director actor actress actors acting spoilers
spoiler gross grossed creeped freaked terrified afraid anxious triggered triggering triggers sobbing crying traumatized weirded
mildly moderately overly slightly incredibly absolutely basically essentially apparently currently eventually hopefully personally
""
synopsis preview previews summary storyline premise showtime showtimes screening screenings ticket price prices critic critics
audience audiences actor characters cast casting scene scenes trailer trailers teaser release released releases releasing box
office theaters theatres cinemas imax matinee seats seat row popcorn snack snacks rerun binge episode channel subscribe app
series season soundtrack score music song songs novel novels book books author adaptation
adapted adapt biopic documentary documentaries genre animated animation cartoon cartoons
preferred prefers preferably recommends recommendation recommendations recommending suggested suggesting suggestion choosing chose
chosen picking grabbing grab borrow borrowed borrowing lend lending loan loaned rents renting buying pay paid paying cost costs
cheap expensive free discount online website site internet youtube google google searched search searching looked glance scrolling
wanting desperate desperately dying pestering pester pesters pestered nagging nag nags nagged whining whine whines begs begged
pleading pleads pleaded insisting insists insisted demanding demands demanded obsessed obsession crazy nuts dressing dressed costume
excited exciting thrilled hyped eager keen raving raves raved gushing hearing talked mentioned mentioning mentions asks
invited invite invites invitation hosting host hosts throwing throws planned celebrating celebrate celebrates turning turns turned
aged age ages ageing birthday birthdays born months weeks olds yo yrs grades grader classes student students pupils school schools
college camp church neighbor neighbors neighbour neighbours friends buddy buddies classmates
classmate bestie pals cousins uncle aunts mum mums mummy daddy dads moms momma papa grandmother grandfather nana granny stepdad
stepmom husband wife partner spouse boyfriend girlfriend fiance ex roommate coworker coworkers boss
scarred scarring scarier scariest frightened frightens frighten fright freaky freak freaks spook spooks spooked spooky creep creeps
creeper jumpy jump jumps startle startled startling terror terrify terrifies terrifying horrify horrified horrifying horrible nasty
gruesome bloody bloodier gross grosser violent violently brutal brutality brutally graphic explicit steamy racy raunchy crude vulgar
dirty filthy foul rude lewd suggestive innuendos sexy sexual sexually nude naked undressed topless kiss kisses kissed make making
swear swearing swears curse curses cursed cuss cussed f s bomb bombs words word slur insult insults bully bullies bullied mean meanness
drunk drink drinks smoke smokes cigarettes cigarette weed pills
die dies died dead deadly death kill kills killed killer killers murdered murders murderer shoot shoots shot gunfight gunfights shootout
shootouts stabbing fight fights punches hitting explosions
weapon weapons injury injuries hurt hurts pain sick
sickness illness ill cancer disease depressing depressed depression sadness sadder saddest tearjerker tears tear weep weeping heartbreaking
grief grieving loss losing lost orphan orphaned divorce divorced adoption adopted foster abandoned abandonment separation
intense intensity mature maturity immature childish babyish kiddie wholesome innocent gentle calm calming slow boring bored dull
confusing confused complicated complex deep heavy light lighthearted uplifting inspiring educational learn lesson lessons moral morals
message values diverse diversity representation stereotypes stereotype racist sexist offensive inappropriate appropriate suitability
suitable unsuitable acceptable okay ok alright fine tolerable manageable bearable watchable rewatch rewatching rewatched skip skipped
skipping skippable forward mute muted pause paused cover eyes ears leave left walk walked room worth worthwhile waste
sensory autistic autism adhd anxiety anxious sensitivity sensitive easily prone nightmare nightmares bedtime asleep sleeping slept
rating ratings rated rate pg nc tv ma certificate certified classification classified guidance advisory warning warnings flag flags
flagged parental parenting kid kiddo kiddos friendly family families young younger youngest little smaller bigger older oldest
curious wonder wondered wondering clueless unsure uncertain undecided hesitant hesitating hesitate reluctant torn debating debate
considering consider thinking thought decide deciding decision decisions allow allows allowed allowing permit permitted forbid
let lets permission ban banned banning approve approved approving refuse refused refusing yesterday morning afternoon evening
night nights overnight weeknight weekday weekdays weekends month spring summer winter autumn fall easter thanksgiving hanukkah
because since although though however anyway anyways besides instead otherwise therefore unless until whilst whereas despite
forward backward towards against among upon within without throughout beyond beneath beside aside apart together alone
first second third fourth fifth sixth seventh eighth ninth tenth half quarter double triple couple dozen hundred thousand million
beautiful elegant lovely pretty handsome attractive gorgeous brilliant talented hilarious incredible unbelievable fantastic excellent
superb outstanding solid decent mediocre average poor awful terrible horrible worst garbage trash crap overrated underrated
masterpiece classic iconic legendary epic cool sweet cute adorable charming clever smart stupid dumb silly goofy cheesy corny lame
""".split()
