import { openMail } from "../mail";
import type { Exchange } from "../tool";
import type { Finding } from "./answers";
import { PASSWORD, type PostOffice, type Refusal } from "./post-office";
import { act, inputOf, type Subject, tryOut } from "./subject";

const FROM = "EasyCart <powiadomienia@sklep.example>";
const SILENCE_MS = 400;
/** Nobody listens on this port of ours. */
const NOBODY = "smtp://127.0.0.1:9";

type Case = { name: string; refusal?: Refusal; verdict: string; sent?: boolean; url?: string };

const CASES: Case[] = [
  { name: "550, recipient", refusal: { at: "recipient", code: 550 }, verdict: "refused" },
  {
    name: "451, recipient",
    refusal: { at: "recipient", code: 451 },
    verdict: "unavailable",
    sent: false,
  },
  { name: "554, letter", refusal: { at: "data", code: 554 }, verdict: "refused" },
  { name: "451, letter", refusal: { at: "data", code: 451 }, verdict: "unavailable", sent: false },
  { name: "535, sign-in", refusal: { at: "auth", code: 535 }, verdict: "auth", sent: false },
  { name: "timeout", refusal: { at: "silence" }, verdict: "unavailable", sent: true },
  { name: "reset", refusal: { at: "hangup" }, verdict: "unavailable", sent: true },
  { name: "no connection", url: NOBODY, verdict: "unavailable", sent: false },
];

/** The answers of a mail server, for a tool whose only way out is one. */
export async function tryLetters(subject: Subject, office: PostOffice): Promise<Finding[]> {
  const { tool, traces } = subject;
  const exchanges: Exchange[] = [];
  traces.push(exchanges);
  const send = async (action: string, url = office.url) => {
    const mail = openMail(exchanges, { url, from: FROM, silenceMs: SILENCE_MS });
    const input = await inputOf(subject, action);
    return tryOut(subject, () => act({ ...subject, mail }, subject.door(), action, input));
  };
  const findings: Finding[] = [];
  const actions = Object.keys(tool.actions);
  for (const { name, refusal, verdict, sent, url } of CASES) {
    const gaps: string[] = [];
    for (const action of actions) {
      office.refuse(refusal);
      const tried = await send(action, url);
      if (tried.verdict !== verdict) gaps.push(`${tool.name}: ${tried.verdict}, not ${verdict}`);
      if (tried.error && tried.error.sent !== sent) gaps.push(`${tool.name}: sent is not ${sent}`);
    }
    findings.push({ row: name, gaps });
  }
  office.refuse(undefined);
  office.letters.length = 0;
  for (const action of actions) for (let time = 0; time < 2; time++) await send(action);
  return [...findings, ...lettersArrived(subject, office), passwordKept(subject)];
}

function lettersArrived({ tool, example }: Subject, { letters }: PostOffice): Finding[] {
  const ids = letters.map(({ raw }) => /^message-id: (.+)$/im.exec(raw)?.[1]);
  const [given] = Object.values(example.input ?? {});
  const kept = letters.every(({ to }) => to.length === 1 && to[0] === given?.to);
  const told = (wrong: boolean, gap: string) => (wrong ? [`${tool.name}: ${gap}`] : []);
  return [
    { row: "each action takes effect", gaps: told(letters.length === 0, "no letter arrived") },
    {
      row: "twice changes nothing more",
      gaps: told(new Set(ids).size !== 1 || !ids[0], "the second letter has another id"),
    },
    { row: "+ in an address survives", gaps: told(!kept, "the address was not kept") },
  ];
}

function passwordKept({ tool, traces }: Subject): Finding {
  const kept = JSON.stringify(traces).includes(PASSWORD);
  return {
    row: "secrets stand nowhere",
    gaps: kept ? [`${tool.name}: the password was kept`] : [],
  };
}
