/**
 * Ordinary words, in their base form, of people who talk about figures and about what to do: they may stand anywhere,
 * because they say of no figure that it moved, how much of it there is, why, or when.
 */
export const PLAIN_WORDS = `
  cracking stellar splendid terrific tidy rough tough tricky buoyant lacklustre sluggish muted subdued patchy chap folk folks lady gentleman gentlemen ladies everyone guys plenty long bit touch little tad shade notch knock blow
  blemish whom another quite laggard leader net namely aforementioned respective review under board report
  register saying namely exact precise honest plainly sheer shift bag patch corner mention footnote caveat snag hitch niggle
  bother disappoint delight gladden sadden cheer alarm comfort relief bravo kudos congratulations well-done

  accept access accomplish achieve acknowledge acquire act activate activation adapt address adjust adopt adult advertise
  advice advise advisable affair afford afternoon agenda agree aid aim alert align allocate allow alter ambassador
  ambition analyse analyze analysis anchor announce answer anticipate apart apparent appeal appear appetite apply
  appoint appreciate approach appropriate arena arise arrange arrangement arrive article aspect assess asset assign assist
  associate assume assure atmosphere attach attempt attend attendee attention attitude attract attractive attribute
  audit author automatic await award aware backdrop badge balance band bar barrier basis bear become
  bed behave behaviour behavior belief believe belong benefit big bid blend block blog board boast body bold bond bonus
  book border borrow bother bottom box brain branch brand breakdown breakfast breath bridge brief bright broadcast
  brochure buddy bulk bundle business buzz calendar calm candidate capable capacity capital capture card career
  careful cared cast casual catch caution celebrate central centre center ceremony certain chair champion channel chapter
  character charge chart chase chat cheer child choice choose circle circulate circumstance city claim class
  classic clean clearer click climate clip close closer club cluster coach coalition coffee coherent cohort coincide
  collaborate colleague collect collection colour column combine comeback comfort comment commit committee common
  communicate communication companion company comparable compel compete competition compile complement complete
  complex component compose comprehensive concentrate concept concert concrete condition conduct confer conference
  confident confidence confirm connect connection conscious consequence consist consistent construct consult consumer
  context contest continue contrast contribute control convene convenient conversation convert
  convey convince cook cooperate coordinate copy core corner correct correspond counter course cover craft
  create creation creative credit crew criterion critical cross crucial cultivate culture cup curious customer cycle dad
  dash deal dear debate decent decide decision deck dedicate deep default define degree delay delight demand
  demographic depend depth describe desire desk destination determine develop development device devote diet
  differ different differentiate difficult dig digest dimension dinner direct direction director disappoint 
  discover discuss discussion dispatch distinct distribute dive diverse divide doing door doubt draft draw
  drawn dream dress drink dual duty eager easily easy edge edit editor educate effect effective
  efficient elect element eligible else embrace emerge emotion emphasis emphasise emphasize employ empty enable encounter
  endure energy enjoy enlist enough enrol enroll ensure enter entertain enthusiast entry environment
  equip error especially essential establish esteem estimate ethos evaluate evening eventual evidence evident
  evolve exact exactly example excel excellent exchange excite exciting exclusive excuse execute executive exercise
  exhibit exist experiment expert expertise explore expose express extension extent
  external eye eyes face facilitate facility factor faculty fair faith familiar family fan-base fancy fantastic fare
  favour favor favourite favorite feature feed feedback feel fellow festival field fill final finalise find
  finding fine fine-tune firm fit fitting fix flag flash flexible flight flow focal follower following food
  foot footing force fore forefront form formal format former formula forth fortunate forum forward foster found
  foundation founder frame framework free frequent freshen front frontline fruit full function fund fundraise
  fundraiser furnish gap gather gaze gear general generation generous gentle genuine gig give-back glad glance
  globe go-to goodwill grab graduate grand grant grasp grateful great greet greeting ground guard guess guest guide guidance
  habit hand handle handy happen hard hat head heading headline heart heartening heavy help helpful
  hero hesitant hire history holder hone honest honour honor hook hope host hosted hot house household human
  hunt hurry idea ideal identify ill image imagine immediate impact implement importance impress impression
  impressive incentive incline include inclusive incoming incorporate indeed independent index individual
  influence inform information initial initiate initiative inner innovate input inquire insight inspect inspiration
  inspire install instance instead institute integrate intend intense intent interact intern interview
  intimate introduce introduction intuitive invest investigate investment invitation invite invitee involve involved
  involvement issue item join jointly journal journey joy judge junior keen kick kick-off kind kit know knowledge label
  lag landscape language lap largely latter launch law lay layer lead-in leadership lean learn learning
  leave-behind lecture length lesson letter leverage lie lifelong light-touch like likeable limit line link
  list listen literature live load lobby local locate location logic logo look lookout loop lounge love low-hanging
  loyal lucky lunch mail mailing maintain major make-up manage manager manner map mark market mass master match
  material matter mature maximise maximize may mayor meal meaningful meanwhile media medium meet meeting member
  memorable memory mention mentor merit mid mild mind minded minor mission mix mixed mobile
  mode model moderate modern moment-of-truth moral morning motion motivate mouth movement much
  museum music must-do mutual narrative nation national natural nature near nearby neat
  necessary negotiate neighbour nest net network neutral new newcomer newsletter nice niche nominate nominee norm normal
  northward notable notably note notice notify nourish novel nudge number-one nurture object objective observe obtain
  obvious occasion occupy occur offering office official often-used online open opener openly operate operation
  opinion opponent opportunity opt option orbit order organic organisation organization organiser organizer orient
  orientation origin original otherwise outcome outing outlet outline outlook outright outset outside outstanding
  overlook overview own owner pace pack page paid pair-up panel paper parent park partial participant 
  particular partner partnership party pass passion passionate past path patience patient patron pattern pause peer
  perceive perfect perform period permission person personalise personalize personalised personalized
  perspective persuade phase phrase physical pick-me-up picture piece pillar pilot pinpoint pipeline pitch plain plainly
  platform play player playbook pleasant please pleasing pleasure pledge plot plug pocket podcast point pointer
  policy polish poll popular population portal portfolio portion portrait pose position possible post
  potential power powerful practical practice praise precede precise prefer preference premise premium preparation
  prepare presence present presentation preserve press pressing pretty prevent preview prime print prior
  prize probe problem procedure proceed process produce professional profile progress project prominent
  promising prompt-reply proof proper property proposal propose prospect protect proud prove provide provision public
  publicise publish pulse punch pure purpose pursue puzzle qualify query quest quick quickly quiet
  quietly quote radar raffle range rapid rapport rare rather reach-out react reaction reactivate read ready
  real realise realize reality rebalance recap recall receive receiver reception recipe recipient reckon recognise
  recognition recognize recommend recommendation reconnect reconsider reconvene recruit recruitment
  redesign redirect re-engage reengage reference refer refine reflect reflection refocus refresh refreshed
  regain regard regarding region register regular regularly reinforce reinvite reinvigorate relate relation
  relationship relaunch release relevant reliable relief rely remain remaining remark remember remind reminder remote
  renew renewal reopen repair repeat replace reply report reposition represent request require rescue research
  reserve resolve resonate resource respect respective respond response responsive rest restart restate restore
  retain retire ready-made rethink retool return reveal review revisit revitalise revitalize reward rhythm rich ride right ring
  role roll rollout root rotate rough round route routine row run rundown safe safeguard sample satisfy
  save savvy scale scan scene schedule scheme scholarship school science scope scout screen script scrutiny search
  seat secondary section secure seek segment-wise select selection self seminar senior sense sensible sensitive
  separate sequence series serious serve server session setting settle shape shareable sheet shelf shine
  ship shop shortlist shoulder shout-out showcase shown shuffle sight signup sign-up silent
  similar simplify single-out sincere sit site situation sketch skill skip slate slice slot smart smile
  smooth social society soft solicit solid solution solve sort soul sound source southward speak speaker specialist
  specific specifically specify speech spell sphere spirit spoke sponsor spot spotlight spread sprint
  squad stadium staff stage stake stakeholder stamp stand standard standout star state statement
  station statistic status stay stick stock stop store storyline straight straightforward stranger
  strategic strategy stream street stress strike string stroke strong-point structure student study
  stuff style subgroup subject submit substance substantial subtle successful successor suit suitable
  suite summarise summarize superb supply support supportive suppose sure surface surround survey sustain
  swap sweet swift switch symbol sympathy system table tackle tactic tag tailor-made tailored takeaway
  taking talent talk tap task taste teach tease teaser tech technique technology temperature tempt tend tender tenure
  term test testimonial text thank theme theory thing think thorough thought thread throughout tidy tie tie-in
  timeline timely timing tip title toast tone tool topic toss touch touchpoint tour track tradition train
  transfer transform transition translate travel treat trial tribute trip trophy trust truth try tune turn
  turning tweak two-way type typical ultimate unclear uncover underline underlying understand understandable
  underscore undertake underway unfold unfortunately uniform union unique unit unite university unlock update upgrade
  upbeat upcoming uphold upon uppermost urge usage use useful user usual utilise utilize vary variety various vehicle venue verify
  version veteran vibe video village visible vision visit visitor vital vivid vocal voice volunteer vote voucher
  wake walk wall want watch watchpoint wave weak weave web website weigh-up well-attended
  whatever wherever whichever wide widely willing win-back window wisdom wise wish wonder word work
  workshop world worth worthwhile worthy write writer yard yield young zone headline-grabbing backward
  sending thanking merch perk takings top-line bottom-line following holding landing
  alongside toward towards via whose within aside beyond-that opposite contrast hand contrary latter former
  flagged list-wide lively lapsed dormant inactive disengaged idle everyone everybody anybody anyone
  ends rear pole extreme extremes spectrum ladder league leaderboard bracket
  deliberate candid pleasing heartened reassuring reassured worrisome troubling disappointing unwelcome mixed-bag
  pre-game post-game one-off one-on-one face-to-face step-by-step follow-through hands-on opt-in check-up
  catch-up shout thank-you-note phone-call note-worthy noteworthy well-earned well-deserved much-needed long-standing
  longstanding loyalists loyalist regulars regular supporter backer follower season-ticket alumnus graduates referrer
  referrers attender attenders goer goers churner lapsing leaver pulse-check openers opener inbox subject-line
  subject newsletter mailings mailer mailout`;
