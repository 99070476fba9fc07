import type { Lines } from "./lines.ts";

/** The same questions for the few who answer in English. */
export const english: Record<"OPC01" | "site" | "home" | "OPK01" | "OPS01", Lines> = {
  OPC01: {
    good: [
      "Our teacher had worked in the trade and showed us how {skill} is really done.",
      "I liked practising {skill} in the {place}. By the third time I didn't need the book.",
      "The practical classes were the best part, you could make mistakes and try again.",
      "Doing {skill} [by myself|on my own] from start to finish made me feel I had learned something.",
      "Someone from a company came to talk about {skill}. [I remember that more than anything in the book.|Everybody listened for once.]",
    ],
    bad: [
      "The examples in the book are [years old|out of date] and look nothing like the {tool} we have now.",
      "The training was squeezed into a few days, so we only practised {skill} once.",
      "It was mostly drilling the question bank. [I could answer without reading to the end.|I still feel unsure about {skill}.]",
      "Not enough equipment in the {place}, [three|four] of us shared one set.",
    ],
    mixed: [
      "Useful content, old examples.",
      "Good teacher, but far too little time for {skill}.",
      "The part on {skill} was fine, the rest was just theory.",
    ],
    wish: [
      "More hands-on hours please.",
      "Please update the book every year.",
      "Put it in the normal timetable, not on weekends.",
    ],
    brief: ["Nothing special", "It was fine", "More practice", "The {place}"],
  },
  site: {
    good: [
      "Phones were collected and IDs checked. It felt like a proper exam.",
      "The last task on {skill} was new to all of us, so you had to think. I liked that.",
      "My computer froze once and they gave me the time back.",
    ],
    bad: [
      "The network was slow and we lost a lot of time just logging in.",
      "Strict room, but the questions were the same as in the question bank.",
      "The morning group told the afternoon group what was in it.",
      "We practised {skill} for weeks and there was not one question about it.",
    ],
    mixed: ["Strict enough, but the questions were too mechanical.", "Fair, just too long."],
    wish: [
      "Test more practical work.",
      "Use different papers for each session.",
      "Tell us our marks by section.",
    ],
    brief: ["Too easy", "OK", "Not enough time"],
  },
  home: {
    good: [
      "We tested the camera the day before and everything worked.",
      "They asked me to turn the camera round twice, stricter than I expected.",
    ],
    bad: [
      "The camera only showed my face. Nobody could see the desk.",
      "My connection dropped and I did not get the time back.",
      "One person was watching dozens of us. Cheating would have been easy.",
      "You can't test {skill} over a webcam, so it was all multiple choice.",
    ],
    mixed: ["Convenient, but not very strict.", "@closed Fine during the lockdown, not as a habit."],
    wish: ["The practical part should be on site.", "At least use two cameras."],
    brief: ["Not strict", "Bad network"],
  },
  OPK01: {
    good: [
      "@worked I needed {skill} in the first week of my internship and already knew how.",
      "It helped me decide to stay in this field.",
      "@worked In the interview they asked about {skill} and I had something to say.",
      "I found out that I like {skill}, so I want to take the next level.",
    ],
    bad: [
      "@worked No effect. No employer has ever asked about it.",
      "@worked I had to explain to the interviewer what it is.",
      "I'm preparing for further study and it doesn't count there.",
      "No effect so far. We took it because the school told us to.",
    ],
    mixed: [
      "One more line on my CV, hard to say if it will help.",
      "Not for finding a job, but I learned what I like.",
    ],
    wish: ["It would help if companies knew it."],
    brief: ["No effect", "A little", "Not yet"],
  },
  OPS01: {
    good: ["Keep it, but give schools more equipment.", "Offer the exam more often."],
    bad: [
      "Get employers to recognise it first.",
      "Fewer certificates, better ones.",
      "Don't make schools compete on pass rates.",
    ],
    mixed: [
      "Make the credit transfer work in practice.",
      "Say clearly what happens to certificates people already have.",
    ],
    wish: ["Thank you.", "That's all."],
    brief: ["None", "Employer recognition", "Lower the fee"],
  },
};
