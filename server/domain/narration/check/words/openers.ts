import { wordSet } from './word-set.ts';

/** Verbs that ask for something where they begin a sentence. */
export const ORDERS: ReadonlySet<string> = wordSet(`
  contact call calls calling reach reaching start starting begin beginning focus focusing prioritise
  prioritize plan planning aim aiming review reviewing invite inviting offer offering ask asking look
  looking consider give giving send sending keep keeping put use using talk get make take turn work check
  see let bring build try target targeting run set host organise organize schedule prepare speak follow
  address tackle protect retain win engage thank reward recognise recognize encourage help support share
  show sharing direct move spend devote dedicate improve raise lift increase reduce grow boost strengthen
  rebuild test write email mail phone message propose explore examine investigate tailor promote push
  feature highlight launch deliver develop create design refresh revisit renew restore reconnect remind
  survey watch monitor track treat welcome surprise learn find have seek concentrate gather combine borrow maintain
  sustain approach centre center recruit revise reconsider retool rethink investigate revive revitalise revitalize
  reassess assess evaluate analyse analyze arrange assign attend avoid ask back balance book bundle celebrate choose
  clarify close coach collect compare complete concentrate confirm continue coordinate cover curate cultivate dig
  discuss double-check draft draw engage enlist ensure enlist examine expand experiment explain extend facilitate
  favour favor fine-tune fix follow form foster freshen fund gauge get give go guide hand head hear help hold identify
  implement include introduce involve join leverage line listen make mark market match measure meet mention mobilise
  mobilize nudge nurture open order organise pair partner pay personalise personalize pick pilot pinpoint place point
  post prepare present preserve press prompt provide pursue reach reactivate re-engage reengage reinforce relaunch
  remember renew repeat replicate request research reserve respond rework roll route safeguard schedule script segment
  set shape sharpen shift shore single solicit sort spark speak sponsor spotlight spread stage stay step stick stimulate
  study suggest supply sustain switch talk tap task team tell tend think thank tie time touch train treat trial try
  turn tweak understand update upgrade urge view visit win pull pool pin play plug map lean lead rally add attend
  rebuild refine refocus refresh remain retarget revisit reward staff tailor widen deepen`);

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
