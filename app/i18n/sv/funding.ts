export default {
  errors: {
    lineOfOtherProject: "Budgetposten hör till ett annat projekt. Välj en av projektets egna.",
    lineTakesHours: "Posten är för egen arbetsinsats och tar inga kostnader. Välj en annan.",
    noInKindLine:
      "Projektet har ingen budgetpost för egen arbetsinsats, så timmarna kan inte bokföras där.",
    noHourRate: "Projektet har inget timpris som gäller {{date}}.",
    dayOutsideProject: "{{date}} ligger utanför projektets tid.",
  },
};
