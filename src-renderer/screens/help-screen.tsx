import type { PartnerIdentity } from "../../src-contract/bridge/partner-identity.ts";
import { AboutSection } from "../components/about-section.tsx";
import { ArticleList } from "../components/article-list.tsx";
import { DiagnosisSection } from "../components/diagnosis-section.tsx";
import { Page } from "../components/page.tsx";
import { SupportList } from "../components/support-list.tsx";
import { helpState } from "../screen-states.ts";
import { closePanel, type Panel } from "../store.ts";
import { useDiagnosis } from "../use-diagnosis.ts";
import { words } from "../words/words.ts";

interface HelpProps {
  readonly partner: PartnerIdentity;
  /** Where to start: at the top, or at what the cardholder asked for. */
  readonly at: Extract<Panel, "help" | "findings" | "about">;
}

/** How things are done, whom to ask, the diagnosis, and what is said of the program. */
export function HelpScreen({ partner, at }: HelpProps) {
  const diagnosis = useDiagnosis();
  const { failure, view } = diagnosis;
  const state = helpState({ hasFailed: failure !== null, hasFindings: view !== null });
  return (
    <Page title={words().help.title} state={state} onBack={closePanel}>
      <ArticleList />
      <SupportList support={partner.support} />
      <DiagnosisSection diagnosis={diagnosis} isAskedFor={at === "findings"} />
      <AboutSection partner={partner} version={view?.versions.app} isAskedFor={at === "about"} />
    </Page>
  );
}
