// Every command: what it is asked and what it answers.
import type { Chart } from "./Chart";
import type { ChartRequest } from "./ChartRequest";
import type { CommitteeOnDate } from "./CommitteeOnDate";
import type { Committees } from "./Committees";
import type { DecisionRequest } from "./DecisionRequest";
import type { DecisionSheet } from "./DecisionSheet";
import type { DraftRequest } from "./DraftRequest";
import type { FileRequest } from "./FileRequest";
import type { Hits } from "./Hits";
import type { Nothing } from "./Nothing";
import type { OnDate } from "./OnDate";
import type { Opened } from "./Opened";
import type { Pages } from "./Pages";
import type { PaperRequest } from "./PaperRequest";
import type { ReadAnswer } from "./ReadAnswer";
import type { Recorded } from "./Recorded";
import type { Rehearsal } from "./Rehearsal";
import type { Saved } from "./Saved";
import type { SearchRequest } from "./SearchRequest";
import type { Show } from "./Show";
import type { TimelineAnswer } from "./TimelineAnswer";
import type { TimelineRequest } from "./TimelineRequest";
import type { Verification } from "./Verification";

export interface Commands {
  desk: { request: Nothing; answer: Opened };
  list: { request: OnDate; answer: Committees };
  show: { request: CommitteeOnDate; answer: Show };
  chart: { request: ChartRequest; answer: Chart };
  timeline: { request: TimelineRequest; answer: TimelineAnswer };
  decision: { request: DecisionRequest; answer: DecisionSheet };
  search: { request: SearchRequest; answer: Hits };
  preview: { request: PaperRequest; answer: Pages };
  print: { request: PaperRequest; answer: Saved };
  verify: { request: Nothing; answer: Verification };
  read: { request: FileRequest; answer: ReadAnswer };
  rehearse: { request: DraftRequest; answer: Rehearsal };
  record: { request: DraftRequest; answer: Recorded };
}
