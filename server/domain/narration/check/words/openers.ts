import { wordSet } from './word-set.ts';

/** Verbs that ask for something where they begin a sentence. */
export const ORDERS: ReadonlySet<string> = wordSet(`
  contact call calls calling reach reaching start starting begin beginning focus focusing prioritise prioritize plan
  planning aim aiming review reviewing invite inviting offer offering ask asking look looking consider give giving
  send sending keep keeping put use using talk get make take turn work check see let bring build try target targeting
  run set host organise organize schedule prepare speak follow address tackle protect retain win engage thank reward
  recognise recognize encourage help support share show sharing direct move spend devote dedicate improve raise lift
  increase reduce grow boost strengthen rebuild test write email mail phone message propose explore examine
  investigate tailor promote push feature highlight launch deliver develop create design refresh revisit renew restore
  reconnect remind survey watch monitor track treat welcome surprise learn find have seek concentrate gather combine
  borrow maintain sustain approach centre center recruit revise reconsider retool rethink revive revitalise revitalize
  reassess assess evaluate analyse analyze arrange assign attend avoid back balance book bundle celebrate choose
  clarify close coach collect compare complete confirm continue coordinate cover curate cultivate dig discuss
  double-check draft draw enlist ensure expand experiment explain extend facilitate favour favor fine-tune fix form
  foster freshen fund gauge go guide hand head hear hold identify implement include introduce involve join leverage
  line listen mark market match measure meet mention mobilise mobilize nudge nurture open order pair partner pay
  personalise personalize pick pilot pinpoint place point post present preserve press prompt provide pursue reactivate
  re-engage reengage reinforce relaunch remember repeat replicate request research reserve respond rework roll route
  safeguard script segment shape sharpen shift shore single solicit sort spark sponsor spotlight spread stage stay
  step stick stimulate study suggest supply switch tap task team tell tend think tie time touch train trial tweak
  understand update upgrade urge view visit pull pool pin play plug map lean lead rally add refine refocus remain
  retarget staff widen deepen`);

/** Other words that may begin a sentence with a capital: anything else there might be a name. */
export const OPENERS: ReadonlySet<string> = wordSet(`
  a an the this that these those it its they their them there here in on at for from with across over during
  within among amongst after before since while although though as of and but so yet now currently overall
  average averages total totals meanwhile also then still again together compared measured counted counting
  time attention priority next action one-to-one fans members people supporters our we you your first lastly
  finally recommendation concern good bad news rising falling up down higher lower unchanged steady flat
  growth to who what where when if such each other others anyone someone everyone more fewer less compare
  against group groups tier tiers score scores base departments department number numbers figure figures
  outreach effort efforts attendance stable holding leading trailing between behind ahead alongside besides
  both better weakest strongest lowest highest best worst gains losses`);

/** Orders that name a direction: a goal, and no claim about what happened. */
export const WISHES: ReadonlySet<string> = wordSet(
  'improve raise lift increase reduce lower grow boost strengthen rebuild cut add recover expand ease build widen extend gain regain restore hold keep attract soften win',
);
