/**
 * Longer statements are read twice on a phone: two lines and a half of seventeen-pixel type on a small screen. Ours, as
 * rules of thumb; no study says where the limit is.
 */
export const longStatement = { characters: 45, words: 30 } as const;

/** One thing a reader might stumble over, and the words that do it. */
export interface Stumble {
  code: "double-negative" | "double-barrelled" | "leading";
  words: string;
}

interface Rules {
  /** What looks like a negation and is none. */
  harmless: RegExp;
  /** Two negations in one clause make a reader turn the sentence round twice. */
  clauses: RegExp;
  negation: RegExp;
  /** Two things in one statement: whoever agrees to one of them only has no answer. */
  both: RegExp;
  /** “And” that joins what belongs together, or says what two things are to each other. */
  together: RegExp;
  leading: RegExp;
}

const chinese: Rules = {
  harmless:
    /(.)[不没]\1|有没有|[是能可与]否|不同(?!意)|不[错断少久过仅但论管限如止只妨]|差不多|对不起|了不起|非常|除非|无论|无关|未来|未必|否则|没关系/g,
  clauses: /[，。；：！？、,;:!?\n（）()“”]|或者|还是|和|以及|而是|但/,
  negation: /不|没有?|无|未|非|(?<![差区分个特级性类辨识告])别|勿|缺乏|缺少|拒绝|否认|难以|避免/g,
  // What is asserted stands at the end; pairs of nouns before it mostly belong together. Lists of three and more do too.
  both: /并且|而且|以及|同时(?!期)|既[^，。]{1,12}又|(?<!、[^，。]*)(?:和|与|及|、)(?=[^，。、]{1,5}[。！]?$)|(?:、[^，。、]{1,8})或|对[^，。]*[和与及、][^，。]*(?:满意|了解|清楚|有信心|感兴趣)/,
  together:
    /(?:[和与同跟][^，。；]{0,24}?(?:相[符关近当同比对应配适称]|一致|匹配|对应|衔接|接轨|结合|合作|交流|沟通|有关|无关|之间|挂钩|脱节|冲突|矛盾|比较|差不多|不同|一样|对得上|有差距|联系))|及[时格早其]|“[^”]*”|（[^）]*）|\([^)]*\)/g,
  leading: /显然|难道|众所周知|大家都|人人都|理所当然|毫无疑问|毋庸置疑|不可否认|当然/,
};

const english: Rules = {
  harmless:
    /\bnot only\b|\bno (?:longer|later|more|less|matter|doubt|one else)\b|\bwhether or not\b|\bor not\b|\bdifferent\w*|\bnot applicable\b/gi,
  clauses: /[.;:!?,()\n]|\b(?:and|or|but|because|although|which)\b/i,
  negation:
    /\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|hardly|scarcely|lacks?|lacking|fails?|failed|avoids?|refuses?|den(?:y|ies))\b|n['’]t\b|\b(?:un(?:necessary|likely|clear|able|fair|helpful|important|willing|satisf\w+|interest\w+|usual|related|aware|suitable|reasonable|prepared|useful)|im(?:possible|practical)|in(?:adequate|sufficient|correct|effective)|dis(?:agree|like|satisf\w+)|useless|irrelevant)\b/gi,
  both: /\band\/or\b|\bas well as\b|\bboth\b|\band(?= [\w-]+[.!]?$)|\band (?:also |then )?(?:I|we|it|they|he|she|is|are|was|were|has|have|can|will|[a-z]+s (?:to|me|my|us|our|the)|[a-z]+ (?:my|our|me|us|their))\b/i,
  together:
    /\bbetween [^.;]{1,40}? and\b|\b(\w+) and \1\b|\bmore or less\b|\band so on\b|“[^”]*”|"[^"]*"|\([^)]*\)|\b1\+X\b/gi,
  leading:
    /\bobviously\b|\bsurely\b|\bof course\b|\bdon['’]t you\b|\bas everyone knows\b|\bundoubtedly\b|\bneedless to say\b|\beverybody knows\b/i,
};

const rulesOf = (language: string): Rules | undefined =>
  /^zh\b/.test(language) ? chinese : /^en\b/.test(language) ? english : undefined;

/**
 * What may trip readers of a question: by a few patterns of Chinese and English, so it misses much and is sometimes wrong.
 * Other languages are not looked at.
 * @param isStatement whether it is agreed to or rated as a whole: only then do two things in one matter
 */
export function stumblesIn(text: string, language: string, isStatement: boolean): Stumble[] {
  const rules = rulesOf(language);
  if (!rules) return [];
  const found: Stumble[] = [];
  const plain = text.replace(rules.harmless, (whole) => "·".repeat(whole.length));
  for (const clause of plain.split(rules.clauses)) {
    const negations = [...clause.matchAll(rules.negation)];
    const [first, last] = [negations[0], negations.at(-1)];
    if (!first || !last || negations.length < 2) continue;
    found.push({
      code: "double-negative",
      words: clause.slice(first.index, last.index + last[0].length).trim(),
    });
    break;
  }
  const alone = text.replace(rules.together, "");
  const joined = isStatement ? rules.both.exec(alone) : null;
  if (joined) found.push({ code: "double-barrelled", words: around(alone, joined.index, joined[0]) });
  const leading = rules.leading.exec(text);
  if (leading) found.push({ code: "leading", words: leading[0] });
  return found;
}

/** Words with what stands beside them: a lone “and” says nothing. */
function around(text: string, at: number, words: string): string {
  if (/[\u4e00-\u9fff、]/.test(words))
    return (
      (/[^，。；：！？]{0,4}$/.exec(text.slice(0, at))?.[0] ?? "") +
      words +
      (/^[^，。；：！？]{0,6}/.exec(text.slice(at + words.length))?.[0] ?? "")
    );
  const before = /[\w'’-]*\s*$/.exec(text.slice(0, at))?.[0] ?? "";
  return `${before}${words}${/^\s*[\w'’-]*/.exec(text.slice(at + words.length))?.[0] ?? ""}`.trim();
}
