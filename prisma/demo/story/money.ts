import { historyMoney } from "./money-history";
import { presentMoney } from "./money-present";
import type { MoneyStory } from "./money-story";
import type { ProjectCode } from "./project";

export const money: Record<ProjectCode, MoneyStory> = { ...historyMoney, ...presentMoney };
