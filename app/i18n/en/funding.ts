export default {
  errors: {
    lineOfOtherProject: "The budget line belongs to another project. Choose one of this project's.",
    lineTakesHours: "The line is for own hours and takes no costs. Choose another.",
    noInKindLine:
      "The project has no budget line for own hours, so the hours can't be booked on it.",
    noHourRate: "The project has no hourly rate for {{date}}.",
    dayOutsideProject: "{{date}} lies outside the project's period.",
  },
};
