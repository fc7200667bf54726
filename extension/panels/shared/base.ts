// What panels need at their start. The build puts it in front of every file of theirs, so that all
// of it is one chunk: cut by who happens to share what, it would be twenty crumbs that compress
// badly. What is loaded after an action does not belong here.
import './answer-frame.tsx';
import './nobody.tsx';
import './nobody-words.ts';
import './panel-tools.ts';
import './risk-words.ts';
import './score-names.ts';
import './start-panel.tsx';
import './subject-words.ts';
import './unanswered.tsx';
import '../../api/address.ts';
import '../../api/answer-shape.ts';
import '../../api/http.ts';
import '../../models/change.ts';
import '../../models/loader.ts';
import '../../models/scores.ts';
import '../../models/timers.ts';
import '../../ui/bone.tsx';
import '../../ui/delta.tsx';
import '../../ui/escape.ts';
import '../../ui/file-stem.ts';
import '../../ui/lazy-part.tsx';
import '../../ui/popover.tsx';
import '../../ui/risk.tsx';
import '../../ui/roving.ts';
import '../../ui/search-field.tsx';
