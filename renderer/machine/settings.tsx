import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { receiptPaper } from '../../shared/forms/dossier/receipt-paper.ts';
import { formatCount } from '../../shared/text/format.ts';
import { printFaultText } from '../../shared/text/sentences.ts';
import { textSizes, themes } from '../frame/preferences.ts';
import { useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { Choices } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { lockScreen } from './lock.ts';

/** How it looks, what it prints on, what machine this is. Every choice holds at once. */
export function SettingsScreen() {
  const { navigation } = useStores();
  const { t } = useWords();
  useKeys({ Escape: () => navigation.getState().go({ screen: 'intake' }) });
  return (
    <>
      <h1>{t.settings.title}</h1>
      <div className="settings" data-form>
        <LookCard />
        <PrintingCard />
        <MachineCard />
      </div>
    </>
  );
}

function LookCard() {
  const { preferences } = useStores();
  const { t } = useWords();
  const { theme, textSize, language, choose } = useStore(preferences);
  return (
    <Card title={t.settings.look}>
      <Labelled label={t.settings.theme}>
        <Choices
          name="theme"
          label={t.settings.theme}
          value={theme}
          options={themes.map((value) => ({ value, text: t.settings[value] }))}
          onChoose={(value) => choose({ theme: value })}
        />
      </Labelled>
      <Labelled label={t.settings.textSize}>
        <Choices
          name="textSize"
          label={t.settings.textSize}
          value={textSize}
          options={textSizes.map((value) => ({ value, text: `${value}%` }))}
          onChoose={(value) => choose({ textSize: value })}
        />
      </Labelled>
      <Labelled label={t.settings.language}>
        <Choices
          name="language"
          label={t.settings.language}
          value={language}
          options={[
            { value: 'vi', text: t.settings.vietnamese },
            { value: 'en', text: t.settings.english },
          ]}
          onChoose={(value) => choose({ language: value })}
        />
      </Labelled>
    </Card>
  );
}

function PrintingCard() {
  const { printing, run } = useStores();
  const { t, language } = useWords();
  const state = useStore(printing, (status) => status.state);
  if (state === null) return null;
  return (
    <Card title={t.settings.printing}>
      <Labelled label={t.settings.paper}>
        <Choices
          name="paper"
          label={t.settings.paper}
          value={state.paper}
          options={receiptPaper.options.map((value) => ({ value, text: t.printer.papers[value] }))}
          onChoose={(paper) => run(printing.getState().setPaper(paper))}
        />
      </Labelled>
      <Labelled label={t.printer.label}>
        <span className={state.condition === 'down' ? 'chip today' : 'chip ok'}>
          <Icon name="print" />
          {t.printer[state.condition]}
        </span>
      </Labelled>
      {state.lastFault !== null && <p className="sub">{printFaultText(state.lastFault, language)}</p>}
      <Labelled label={t.settings.unprinted}>
        <b>{formatCount(state.unprinted)}</b>
        {state.unprinted > 0 && (
          <button type="button" className="button small" onClick={() => run(printing.getState().retry())}>
            <Icon name="print" />
            {t.settings.printNow}
          </button>
        )}
      </Labelled>
    </Card>
  );
}

function MachineCard() {
  const stores = useStores();
  const { session, run } = stores;
  const { t } = useWords();
  const view = useStore(session, (state) => state.view);
  if (view === null || view.desk === null) return null;
  const { agency, deskName } = view.desk;
  const facts = [
    [t.settings.agency, agency.name],
    [t.settings.agencyCode, agency.code],
    [t.settings.desk, deskName],
    [t.settings.catalogue, view.catalogueEdition],
    [t.settings.calendar, view.calendarEdition],
    [t.settings.rules, view.rulesEdition],
    [t.settings.forms, view.formsEdition],
    [t.settings.officer, view.officer?.name ?? ''],
  ] as const;
  return (
    <Card title={t.settings.machine}>
      {facts.map(([label, value]) => (
        <Labelled key={label} label={label}>
          <b>{value}</b>
        </Labelled>
      ))}
      <button type="button" className="button small" onClick={() => run(lockScreen(stores))}>
        <Icon name="user" />
        {t.settings.signOut} <Kbd name="Ctrl+Alt+L" />
      </button>
    </Card>
  );
}

function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="card pad settings-card" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="setting">
      <span className="quiet-label">{label}</span>
      {children}
    </div>
  );
}
