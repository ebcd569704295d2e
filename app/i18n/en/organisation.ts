import type sv from "../sv/organisation";

export default {
  unit: {
    title: "{{unit}}: {{covered}} of {{total}} requirements met",
    titleRisk_one: "{{unit}}: {{covered}} of {{total}} requirements met, {{count}} at risk",
    titleRisk_other: "{{unit}}: {{covered}} of {{total}} requirements met, {{count}} at risk",
    titleNone: "{{unit}}: no requirements are set yet",
    lead_one: "{{count}} employee today.",
    lead_other: "{{count}} employees today.",
    choose: "Unit",
    show: "Show",
    matrix: "Open the matrix",
    requirements: "What the unit should master",
    requirementsLead:
      "Everybody in the group should reach the level. There is key-person risk when fewer than the minimum hold the method or are cleared to teach it.",
    competence: "Competence",
    level: "Level",
    coverage: "Coverage",
    observedOf: "of which {{count}} observed",
    carriers: "Cleared to teach",
    minimum: "at least {{count}}",
    state: "State",
    due: "Due",
    atRisk: "Key-person risk",
    late: "Late",
    covered: "Met",
    underway: "Under way",
    empty: "No requirements are set for the unit",
    emptyText:
      "Once there are requirements, you see here what the group masters and where a leaver would leave a gap.",
    waitingCourses: "Training to approve",
    waitingConfirmations: "Hand-overs waiting for an answer",
    toQueue: "To the queue",
    statCovered: "Requirements met",
    statRisk: "At risk",
    statLate: "Late",
  },
  matrix: {
    title_one: "{{unit}}: {{count}} level missing",
    title_other: "{{unit}}: {{count}} levels missing",
    titleNone: "{{unit}}: everybody reaches what is required",
    lead: "Confirmed levels today. The figures in the margin count those below what is required, in the whole unit.",
    caption: "Confirmed levels in {{unit}}",
    person: "Employee",
    empty: "There are no requirements to show",
    emptyText: "The matrix shows the competences that are required of the unit.",
  },
  person: {
    unit: "Unit",

    joined: "Joined",
    left: "Leaves",

    attest: "Confirm a level",
    teachBack: "Record a teach-back",
    levels: "Confirmed",
    noLevels: "No level has been confirmed yet",

    trainingLink: "See all training",
  },
} satisfies typeof sv;
