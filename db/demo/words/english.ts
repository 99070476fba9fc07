import type { Lines } from "./lines.ts";

/** The same questions for the few who answer in English. */
export const english: Record<"OPC01" | "site" | "home" | "OPK01" | "OPS01", Lines> = {
  OPC01: {
    good: [
      "Our teacher had worked in the trade and showed us how {skill} is really done.",
      "I liked practising {skill} in the {place}. By the third time I didn't need the book.",
      "The practical classes were the best part, you could make mistakes and try again.",
      "Doing {skill} by myself from start to finish made me feel I had learned something.",
    ],
    bad: [
      "The examples in the book are years old and look nothing like the {tool} we have now.",
      "The training was squeezed into a few days, so we only did {skill} once.",
      "It was mostly drilling the question bank.",
      "Not enough equipment in the {place}, three of us shared one set.",
    ],
    mixed: ["Useful content, old examples.", "Good teacher, but far too little time for {skill}."],
    wish: [
      "More hands-on hours please.",
      "Please update the book every year.",
      "Put it in the normal timetable, not on weekends.",
    ],
    brief: ["Nothing special", "It was fine", "More practice"],
  },
  site: {
    good: [
      "Phones were collected and IDs checked. It felt like a proper exam.",
      "The last task on {skill} was new to all of us, so you had to think. I liked that.",
    ],
    bad: [
      "The network was slow and we lost a lot of time just logging in.",
      "Strict room, but the questions were the same as in the question bank.",
      "The morning group told the afternoon group what was in it.",
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
    ],
    mixed: ["Convenient, but not very strict.", "Fine during the lockdown, not as a habit."],
    wish: ["The practical part should be on site.", "At least use two cameras."],
    brief: ["Not strict", "Bad network"],
  },
  OPK01: {
    good: [
      "I used {skill} in the first week of my internship.",
      "It helped me decide to stay in this field.",
      "In the interview they asked about {skill} and I had something to say.",
    ],
    bad: [
      "No effect. No employer has ever asked about it.",
      "I had to explain to the interviewer what it is.",
      "I'm preparing for further study and it gives no credit there.",
    ],
    mixed: [
      "One more line on my CV, hard to say if it helped.",
      "Not for the job, but I learned what I like.",
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
      "Say clearly what happens to certificates we already have.",
    ],
    wish: ["Thank you.", "That's all."],
    brief: ["None", "Employer recognition", "Lower the fee"],
  },
};
