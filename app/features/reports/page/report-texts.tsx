import { useT } from "~/i18n/context";
import { Section } from "~/ui/page";
import { textNames, type Report } from "../rules/report";

/** What the project says in its own words: plain text, an empty line between paragraphs. */
export function ReportTexts({ report }: { report: Report }) {
  const t = useT();
  const written = textNames.filter((name) => report.texts[name] !== "");
  if (written.length === 0) return null;
  return (
    <Section title={t("reports.texts.title")}>
      {written.map((name) => (
        <Section key={name} title={t(`reports.text.${name}`)} level={3}>
          {report.texts[name].split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>
              {paragraph
                .split("\n")
                .flatMap((line, row) => (row === 0 ? line : [<br key={row} />, line]))}
            </p>
          ))}
        </Section>
      ))}
    </Section>
  );
}
