/**
 * Ordinary words, in their base form, of people who talk about figures and about what to do: they may stand anywhere,
 * because they say of no figure that it moved, how much of it there is, why, or when.
 */
export const PLAIN_WORDS = `
  accept access accomplish achieve acknowledge acquire act activate activation adapt address adjust adopt adult
  advertise advice advisable advise affair afford aforementioned afternoon agenda agree aid alarm alert align allocate
  allow alter alumnus ambassador ambition analysis anchor announce another answer anticipate anybody apart apparent
  appeal appear appetite apply appoint appreciate appropriate arena arise arrangement arrive article aside aspect
  assess asset assist associate assume assure atmosphere attach attempt attend attendee attenders attitude attractive
  attribute audit author automatic await award aware backdrop backer backward badge bag band bar barrier basis bear
  bed behave behavior behaviour belief believe benefit beyond-that bid big bit blemish blend block blog blow board
  boast body bold bond bonus border bother bottom-line box bracket brain branch brand bravo breakdown breakfast breath
  bridge brief bright broadcast brochure buddy bulk buoyant business buzz calendar calm candid candidate capable
  capacity capital capture card cared career careful cast casual catch catch-up caution caveat center central ceremony
  certain chair champion channel chap chapter character charge chart chase chat check-up cheer child choice churner
  circle circulate circumstance city claim classic clean clearer click climate clip closer club cluster coalition
  coffee coherent cohort coincide collaborate colleague collection colour column comeback comfort comment committee
  common communicate communication companion company comparable compel compete competition compile complement complex
  component compose comprehensive concept concert concrete condition conduct confer conference confidence confident
  congratulations connect connection conscious consequence consist consistent construct consult consumer contest
  context contrary contrast control convene convenient conversation convert convey convince cook cooperate copy core
  corner correct correspond counter course cover cracking craft creation creative credit crew criterion critical cross
  crucial culture cup curious customer cycle dad dash deal dear debate decent decide decision deck deep default define
  degree delay deliberate delight demand demographic depend depth describe desire desk destination determine
  development device diet differ different differentiate difficult digest dimension dinner direction director
  disappointing discover discuss discussion disengaged dispatch distinct distribute dive diverse divide doing door
  dormant doubt drawn dream dress drink dual duty eager easily easy edge edit editor educate effect effective
  efficient elect element eligible else embrace emerge emotion emphasis emphasise emphasize employ empty enable
  encounter ends endure energy enlist enough enrol enroll enter entertain enthusiast entry environment equip error
  especially essential establish esteem estimate ethos evening eventual everybody evidence evident evolve exactly
  example excel excellent exchange exciting exclusive excuse execute executive exercise exist expert expertise expose
  express extension extent external extremes eyes face face-to-face facility factor faculty fair faith familiar family
  fan-base fancy fantastic fare favor favorite favour favourite feed feedback fellow festival field fill final
  finalise find finding fine fitting flagged flash flexible flight flow focal folks follow-through follower food
  footing footnote force fore forefront formal format former formula forth fortunate forum forward foster found
  foundation founder frame framework free frequent front frontline fruit full function fund fundraiser furnish gap
  gather gaze gear generation generous gentle gentleman gentlemen genuine gig give-back glad gladden glance globe
  go-to goers goodwill grab graduates grand grant grasp grateful great greeting ground guard guess guest guidance guys
  habit hand handle hands-on handy hard hat head heading headline headline-grabbing heart heartened heartening heavy
  helpful hero hesitant hire history hitch holder honest honor honour hook hope host hosted hot house household human
  hunt hurry ideal idle ill image imagine impact importance impress impression impressive inactive inbox incentive
  incline inclusive incoming incorporate indeed independent index individual influence inform information initial
  initiate initiative inner innovate input inquire insight inspect inspiration inspire install instance instead
  institute integrate intend intense intent interact intern interview intimate introduction intuitive invest
  investment invitee involved involvement issue item jointly journal journey joy judge junior keen kick kick-off kind
  kit knock know knowledge kudos label lacklustre ladder ladies laggard landing landscape language lap lapsed lapsing
  largely latter law layer lead-in leader leaderboard leadership league learning leave-behind leaver lecture length
  lesson letter lifelong light-touch like likeable limit link list list-wide literature little lively load lobby local
  locate location logic logo long long-standing longstanding lookout loop lounge love low-hanging loyal loyalist
  loyalists lucky lunch mailer mailings mailout major make-up manager manner mass master material matter mature
  maximise maximize mayor meal meaningful media medium meeting member memorable memory mentor merch mid mild mind
  minded minor mission mixed mixed-bag mobile model moderate modern moment-of-truth moral morning motion motivate
  mouth movement much much-needed museum music must-do muted mutual namely narrative nation national natural nature
  near nearby neat necessary negotiate neighbour nest network neutral new newcomer newsletter nice niche niggle
  nominate nominee norm normal northward notable notably note note-worthy noteworthy notice notify nourish novel
  number-one object objective observe obtain obvious occasion occupy occur offering office official often-used one-off
  one-on-one online openers openly operate operation opinion opponent opposite opt opt-in option orbit order organic
  organisation organiser organization organizer orient orientation origin original otherwise outing outlet outline
  outlook outright outset outside outstanding overlook overview owner pace pack page paid pair-up panel paper parent
  park partial participant particular partner partnership party pass passion passionate past patch patchy path
  patience patient patron pattern pause peer perceive perfect perform period permission person personalised
  personalized perspective persuade phase phone-call phrase physical pick-me-up picture piece pillar pipeline pitch
  plainly platform playbook player pleasant pleasing pleasure pledge plenty plot pocket podcast pointer pole policy
  polish poll popular population portal portfolio portion portrait pose position possible post post-game potential
  power powerful practical practice praise pre-game precede precise prefer preference premise premium preparation
  presence presentation pressing pretty prevent preview prime print prior prize probe problem procedure proceed
  process professional profile progress project prominent promising prompt-reply proof proper property proposal
  prospect proud prove provision public publicise publish pulse pulse-check punch pure purpose puzzle qualify query
  quest quickly quietly quite quote radar raffle range rapid rapport rare rather reach-out react reaction ready
  ready-made real realise reality realize rear reassured reassuring rebalance recall recap receiver reception recipe
  recipient reckon recognition recommend reconsider reconvene recruitment redesign redirect refer reference referrers
  reflect reflection refocus refreshed regard regarding region register regular regularly regulars reinvigorate
  reinvite relate relation release relevant reliable relief rely remaining remark remember remind reminder remote
  renewal reopen repair replace reply reposition request require rescue resolve resonate resource respect respective
  respond response responsive restart restate retire return reveal reward rhythm rich ride right ring role rollout
  root rotate rough round routine row rundown sadden safe safeguard sample save savvy saying scale scan scene scheme
  scholarship school science scope scout screen scrutiny search season-ticket seat secondary section segment-wise
  select selection self seminar sending senior sense sensible sensitive sequence series serious server session setting
  shade shareable sheer sheet shelf shine ship shop shortlist shoulder shout shout-out showcase shuffle sight sign-up
  signup silent similar simplify sincere single-out site situation sketch skill skip slate slice slot sluggish smart
  smile smooth snag social society soft solid solution solve soul sound source southward speaker specialist specific
  specifically specify spectrum speech spell sphere spirit splendid spoke sponsor spot spread sprint squad stadium
  stake stakeholder stamp stand standard standout star state statement station statistic status stellar step-by-step
  stock stop store storyline straight straightforward stranger strategic strategy stream street stress strike string
  stroke strong-point structure student stuff style subdued subgroup subject subject-line submit substance substantial
  subtle successful successor suit suitable suite summarise summarize superb supply supporter supportive suppose sure
  surface surround swap sweet swift symbol sympathy system table tactic tad tag tailor-made tailored takeaway taking
  takings talent taste teach teaser tech technique technology temperature tempt tend tender tenure terrific test
  testimonial text thank-you-note thanking theme theory thing thorough thought thread throughout tidy tie-in timeline
  timely timing tip title toast tone tool top-line topic toss touchpoint tough tour toward towards tradition transfer
  transform transition travel tribute tricky trip trophy troubling trust truth tune turning two-way type typical
  ultimate unclear uncover under underline underlying underscore understand understandable undertake underway unfold
  unfortunately uniform union unique unit unite university unlock unwelcome upbeat upcoming uphold upon uppermost
  usage useful user usual utilise utilize variety various vary vehicle venue verify version veteran via vibe video
  village visible vision visitor vital vivid vocal voice volunteer vote voucher wake walk wall want watchpoint wave
  weak weave web website weigh-up well-attended well-deserved well-done well-earned whatever wherever whichever whom
  widely willing win-back window wisdom wise wish wonder word workshop world worrisome worth worthwhile worthy writer
  yard yield young zone`;
