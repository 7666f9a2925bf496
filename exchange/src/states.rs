//! States in other tools' words, and what they mean in Cairn's.

use crate::mapping::fold;
use cairn_core::backlog::State;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Finds the state a word of another tool means; `None` for words that have to be asked about.
pub fn state_of(word: &str) -> Option<State> {
    WORDS.get(fold(word).as_str()).copied()
}

/// Whether a reason for closing says that the item was not done.
pub fn says_not_done(resolution: &str) -> bool {
    state_of(resolution) == Some(State::NotDoing)
}

/// Reads yes or no, also as `x`, `1` or in other languages.
pub fn yes_or_no(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "true" | "yes" | "y" | "x" | "1" | "ja" | "oui" | "si" | "sim" | "tak" | "ano" | "wahr" | "vrai" => {
            Some(true)
        }
        "false" | "no" | "n" | "0" | "nein" | "non" | "nao" | "nie" | "ne" | "nee" | "falsch" | "faux" => {
            Some(false)
        }
        _ => None,
    }
}

static WORDS: LazyLock<HashMap<String, State>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (state, list) in STATES {
        for word in list.split_whitespace() {
            words.entry(fold(word)).or_insert(*state);
        }
    }
    words
});

/// Folded words by state; Resolved stands with the open ones because it waits for acceptance.
const STATES: &[(State, &str)] = &[
    (State::Idea, "idea ideas idee ideen pomysl"),
    (
        State::NeedsConversation,
        "needsconversation todo new open opened reopened backlog productbacklog proposed unscheduled unstarted notstarted icebox \
         triage draft created inbox false no nein zuerledigen offen neu afaire ouvert nouveau porhacer pendiente abierto \
         abierta nuevo tareaspendientes tareasporhacer afazer tarefaspendentes itenspendentes aberto novo dafare aperto \
         nuovo dozrobienia otwarte otwarty nowe nowy tedoen nieuw kprovedeni nove otevreno attgora oppen ny \
         ксделать сделать новая открыт открыта новый todo未着手 未着手 待办 待处理 未着手作業 오픈",
    ),
    (
        State::Ready,
        "ready approved selected selectedfordevelopment readyfordevelopment readyfordev readytostart prioritized readyforsprint refined \
         bereit freigegeben genehmigt pret listoparaempezar aprobado aprovado gotowedopracy gotowedorealizacji klaarvoorontwikkeling \
         zaentwicklungausgewahlt zurentwicklungausgewahlt",
    ),
    (
        State::InSprint,
        "insprint inprogress active resolved inreview committed doing started indevelopment wip review codereview testing intesting \
         intest inqa qa readyforreview readyfortest readyfortesting readyfordeploy finished delivered ongoing working \
         rejectedbyreview inarbeit inbearbeitung aktiv inprufung encours enrevision encoursderevision encurso \
         enprogreso enrevisionporpares emandamento emprogresso emanalise emrevisao incorso inrevisione wtoku wtrakcie \
         wrealizacji wprzegladzie bezig inbehandeling inuitvoering probiha vreseni pagaende pagar вработе впроцессе \
         進行中 进行中 处理中 진행중",
    ),
    (
        State::Done,
        "done closed complete completed accepted released shipped deployed live true yes ja erledigt fertig abgeschlossen \
         geschlossen fini termine terminee ferme fermee hecho hecha listo lista finalizado finalizada terminado terminada \
         cerrado cerrada completado concluido concluida feito feita fechado fechada itensconcluidos completato completata fatto \
         chiuso chiusa gotowe gotowy zrobione ukonczone zakonczone zamkniete zamkniety gereed klaar afgerond gesloten \
         hotovo dokonceno uzavreno klart klar fardig stangd готово выполнено закрыт закрыта завершено 完了 完成 已完成 已关闭 \
         완료",
    ),
    (
        State::NotDoing,
        "notdoing archived removed removedfromthebacklog cancelled canceled cancel wontdo wontfix willnotdo willnotfix wontimplement duplicate duplicated \
         rejected declined abandoned discarded obsolete notplanned invalid cannotreproduce incomplete notabug \
         asdesigned worksasdesigned outofscope trackedelsewhere entfernt abgebrochen storniert abgelehnt verworfen \
         duplikat annule annulee abandonne rejete rejetee supprime doublon cancelado cancelada descartado rechazado \
         eliminado duplicado rejeitado annullato annullata rifiutato rimosso anulowane anulowany odrzucone usuniete \
         geannuleerd afgewezen zruseno zamitnuto avbruten avvisad отменено отменена отклонено 取消 已取消 却下",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_other_tools_find_their_place() {
        for (words, state) in [
            ("To Do|New|Open|Backlog|Zu erledigen|Por hacer|Do zrobienia|À faire", State::NeedsConversation),
            ("Ready|Approved|Selected for Development", State::Ready),
            (
                "In Progress|Active|Resolved|In Review|in Sprint|Doing|W toku|In Arbeit|En curso",
                State::InSprint,
            ),
            ("Done|Closed|Accepted|Erledigt|Gotowe|Listo|Terminé|Hecho", State::Done),
            ("Removed|Cancelled|Canceled|Won't do|Won’t Do|duplicate|not_planned", State::NotDoing),
        ] {
            for word in words.split('|') {
                assert_eq!(state_of(word), Some(state), "{word}");
            }
        }
        assert_eq!(state_of("Planned"), None);
        assert_eq!(state_of(""), None);
    }
}
