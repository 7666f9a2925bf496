//! Which column holds what: fields of an item, and the words other tools head their columns with.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::LazyLock;
use ts_rs::TS;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// What the item is called.
    Title,
    /// The other tool's own id.
    ExternalId,
    /// A second id of the other tool, by which only parents are named.
    InternalId,
    /// Story, bug, …
    Kind,
    /// Where it stands.
    State,
    /// The other tool's three groups of states: to do, in progress, done.
    StateGroup,
    /// Why it was closed.
    Resolution,
    /// Whether it is finished, as yes or no.
    Finished,
    /// Size as the Developers gave it.
    Size,
    /// Labels, tags, components.
    Labels,
    /// Id (or title) of the item this one is part of.
    Parent,
    /// The longer text.
    Body,
    /// Address in the other tool.
    Url,
    /// Place in the order.
    Rank,
    /// Sprint or iteration.
    Sprint,
    /// First day of the Sprint the row names last.
    SprintStart,
    /// Last day of that Sprint.
    SprintEnd,
    /// When it was created.
    Created,
    /// When work started.
    Started,
    /// When it was finished.
    Done,
    /// When anything about it changed last.
    Updated,
    /// When its state changed last.
    StateChanged,
    /// Nothing Cairn reads.
    Ignore,
}

impl Field {
    /// Every field with its name on the command line.
    pub const NAMES: [(Field, &'static str); 23] = [
        (Field::Title, "title"),
        (Field::ExternalId, "external-id"),
        (Field::InternalId, "internal-id"),
        (Field::Kind, "kind"),
        (Field::State, "state"),
        (Field::StateGroup, "state-group"),
        (Field::Resolution, "resolution"),
        (Field::Finished, "finished"),
        (Field::Size, "size"),
        (Field::Labels, "labels"),
        (Field::Parent, "parent"),
        (Field::Body, "body"),
        (Field::Url, "url"),
        (Field::Rank, "rank"),
        (Field::Sprint, "sprint"),
        (Field::SprintStart, "sprint-start"),
        (Field::SprintEnd, "sprint-end"),
        (Field::Created, "created"),
        (Field::Started, "started"),
        (Field::Done, "done"),
        (Field::Updated, "updated"),
        (Field::StateChanged, "state-changed"),
        (Field::Ignore, "ignore"),
    ];

    /// Returns the name used on the command line (`--map "Punkte=size"`).
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(field, _)| *field == self).map_or("ignore", |(_, name)| name)
    }

    /// Finds a field by its name on the command line, or by a word that heads such columns.
    pub fn named(name: &str) -> Option<Self> {
        let folded = fold(name);
        Self::NAMES
            .iter()
            .find(|(_, name)| fold(name) == folded)
            .map(|(field, _)| *field)
            .or_else(|| field_of(name).map(|(field, _)| field))
    }

    /// Whether the cells of such a column are dates.
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::SprintStart
                | Self::SprintEnd
                | Self::Created
                | Self::Started
                | Self::Done
                | Self::Updated
                | Self::StateChanged
        )
    }
}

/// Reduces a word to what matters when headers or states are compared: letters and digits in lower
/// case without accents.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'ł' | 'Ł' => folded.push('l'),
            'ß' => folded.push_str("ss"),
            'ø' | 'Ø' => folded.push('o'),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ı' => folded.push('i'),
            _ if c.is_alphanumeric() => folded.extend(c.to_lowercase()),
            _ => {}
        }
    }
    folded
}

/// Words before the parenthesis of a Jira custom field, folded.
const CUSTOM_FIELD: &[&str] = &[
    "customfield",
    "campopersonalizado",
    "camposperzonalizados",
    "champpersonnalise",
    "champspersonnalises",
    "benutzerdefiniertesfeld",
    "benutzerdefiniertefelder",
    "poleniestandardowe",
    "polewlasne",
    "campocustomizado",
    "aangepastveld",
    "campopersonalizzato",
    "vlastnipole",
    "anpassatfalt",
    "brugerdefineretfelt",
    "пользовательскоеполе",
    "настраиваемоеполе",
    "カスタムフィールト",
    "自定义字段",
];

/// Returns the name inside `Custom field (NAME)`, in any of the known languages.
pub fn custom_field(header: &str) -> Option<&str> {
    let (before, inside) = header.trim().split_once('(')?;
    let inside = inside.strip_suffix(')')?;
    CUSTOM_FIELD.contains(&fold(before).as_str()).then_some(inside)
}

/// Finds what a column holds by its header. The number is how good a source the column is for its
/// field, 0 being the best.
pub fn field_of(header: &str) -> Option<(Field, u8)> {
    let name = custom_field(header).unwrap_or(header);
    let folded = fold(name);
    if let Some(found) = WORDS.get(folded.as_str()) {
        return Some(*found);
    }
    // Azure DevOps spreads the levels of a tree over Title 1, Title 2, …
    if let Some(level) = folded.strip_prefix("title") {
        return (level.len() <= 2 && level.bytes().all(|byte| byte.is_ascii_digit()))
            .then_some((Field::Title, 0));
    }
    None
}

static WORDS: LazyLock<HashMap<String, (Field, u8)>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (field, goodness, list) in SYNONYMS {
        for word in list.split_whitespace() {
            words.entry(fold(word)).or_insert((*field, *goodness));
        }
    }
    words
});

/// Headers as folded words, by field and goodness: English, then German, French, Spanish,
/// Portuguese, Italian, Polish, Dutch, Czech, Swedish, Russian, Japanese, Chinese.
const SYNONYMS: &[(Field, u8, &str)] = &[
    (
        Field::Title,
        0,
        "title summary subject cardname cardtitle taskname issuetitle itemtitle issuename zusammenfassung titel \
         betreff resume titre resumen titulo asunto resumo riepilogo titolo oggetto podsumowanie tytul \
         samenvatting souhrn shrnuti nazev sammanfattning rubrik тема название заголовок 要約 件名 タイトル 概要 摘要 标题",
    ),
    (Field::Title, 1, "name task userstory nom nombre nome nazwa naam navn namn jmeno 名前 名称"),
    (
        Field::Title,
        2,
        "story item feature backlogitem workitem requirement aufgabe anforderung vorgang tache historia tarea \
         tarefa historiausuario historiadeusuario historyjka historyjkauzytkownika zadanie taak ukol uppgift",
    ),
    (Field::Title, 3, "what idea titleofitem thema bezeichnung"),
    (
        Field::ExternalId,
        0,
        "externalid issuekey workitemkey key ref iid vorgangsschlussel schlussel cledeticket clededemande clef cle \
         clavedeincidencia clavedeticket clavedeactividad clave chavedaitem chavedaocorrencia chavedoitem \
         chavedoticket chave chiaveticket chiave chiavesegnalazione kluczzgloszenia klucz issuesleutel sleutel \
         klicpozadavku klicukolu klic arendenyckel nyckel ключзадачи ключпроблемы ключзапроса 課題キー 问题关键字 \
         问题密钥 关键字",
    ),
    (
        Field::ExternalId,
        1,
        "id issueid workitemid taskid cardid itemid storyid ticketid ticket idnumber number nr no identifier nummer numero numer cislo番号 号",
    ),
    (
        Field::Kind,
        0,
        "issuetype workitemtype worktype itemtype storytype type kind tracker vorgangstyp typ art arbeitselementtyp \
         arbeitsaufgabentyp typedeticket typededemande tipodeincidencia tipodeticket tipodeactividad tipo \
         tipodeitem tipodaitem tipodeocorrencia tipoticket tipodisegnalazione typzgloszenia rodzaj typpozadavku typukolu \
         arendetyp типзадачи типпроблемы типзапроса тип 課題タイフ 问题类型 类型",
    ),
    (
        Field::State,
        0,
        "status state currentstate workflowstate issuestate itemstate listname zustand etat statut estado situacao \
         stato stan stav tillstand статус состояние ステータス 状態 状态",
    ),
    (Field::State, 1, "column boardcolumn list lane stage phase spalte sectioncolumn section"),
    (
        Field::StateGroup,
        0,
        "statuscategory statecategory statuskategorie categoriedestatut categoriedetat categoriadeestado \
         categoriadelestado categoriadostatus categoriadisstato categoriadistato kategoriastatusu kategoriastanu \
         statuscategorie kategoriestavu statuskategori категориястатуса ステータスカテコリ 状态类别",
    ),
    (
        Field::Resolution,
        0,
        "resolution statereason losung resolucion resolucao risoluzione rozwiazanie oplossing rozhodnuti reseni \
         losning резолюция 解決状況 解决结果",
    ),
    (Field::Finished, 0, "iscompleted isclosed isdone isfinished iscomplete"),
    (
        Field::Size,
        0,
        "storypoints storypoint sp points point planningpoker totalpoints estimacion estimativadestorypoints \
         punktyhistoryjki punktehistorii storypunkte storypointestimate schatzungderstorypoints punkte pointsdestory \
         puntosdehistoria puntosdelahistoria pontosdahistoria pontosdehistoria puntistoria punkty punten \
         poangforberattelse оценкавстороипоинтах ストーリーホイント 故事点",
    ),
    (
        Field::Size,
        1,
        "estimate size effort weight estimation pointsestimate estimatedpoints schatzung aufwand grosse taille poids esfuerzo tamano peso esforco tamanho stima dimensione szacunek wycena iwycena rozmiar schatting grootte odhad velikost uppskattning storlek оценка 見積もり 估算",
    ),
    (
        Field::Labels,
        0,
        "labels label tags tag components component componentes epiclabels stichworter stichworte etiquetas \
         etiqueta categorias etiquettes composants composantes etichette componenti etykiety komponenty komponenten stitky \
         etiketter etykieta метки компоненты ラヘル 标签",
    ),
    (
        Field::Parent,
        0,
        "parentkey parentissue parentid parenttask partof parentissuekey claveprincipal clavepadre cleparent \
         cleparente ubergeordneterschlussel schlusseldesubergeordneten chavepai chaveprincipal chiaveprincipale kluczelementunadrzednego \
         kluczrodzica parentreferenceid parentname parentworkitem",
    ),
    (
        Field::Parent,
        1,
        "parent ubergeordnet ubergeordneteselement ubergeordneteaufgabe principal padre pai principale elementnadrzedny rodzic bovenliggend \
         nadrazeny overordnad родитель родительская 親 父级",
    ),
    (Field::Parent, 2, "epiclink epickey epic epicid epos epik epique epopeya epopeia"),
    (
        Field::Body,
        0,
        "description body notes desc issuedescription details beschreibung notizen descripcion notas descricao descrizione \
         opis beschrijving popis beskrivning описание 説明 描述 说明",
    ),
    (Field::Body, 1, "content text comment"),
    (Field::Url, 0, "url link cardurl permalink weburl webaddress adresse"),
    (
        Field::Rank,
        0,
        "rank stackrank backlogpriority backlogorder position order rang ranga rango rangfolge reihenfolge ordre \
         orden ordem ordine kolejnosc pozycja posicion posicao posizione volgorde poradi ordning ранг ランク 排名 排序",
    ),
    (
        Field::Sprint,
        0,
        "sprint iteration iterationpath iterationtitle cyclename cycle milestone sprints sprintname спринт スフリント 冲刺",
    ),
    (Field::Sprint, 1, "cyclenumber"),
    (
        Field::SprintStart,
        0,
        "sprintstart sprintstartdate iterationstart iterationstartdate cyclestart cyclestartdate",
    ),
    (Field::SprintEnd, 0, "sprintend sprintenddate iterationend iterationenddate cycleend cycleenddate"),
    (
        Field::Created,
        0,
        "created createdat createdon createddate creationdate datecreated createdatutc createdtime carddateadded \
         cardcreateddate datecreatedutc addedon opened openedat erstellt erstelltam angelegt creation cree creee datedecreation \
         creada creado fechadecreacion criado criada datadecriacao creato creata datadicreazione utworzono \
         utworzone utworzony datautworzenia aangemaakt gemaakt vytvoreno skapad skapat создано датасоздания 作成日 \
         創建時間 创建 创建时间 创建日期 已创建",
    ),
    (
        Field::Started,
        0,
        "started startedat startedon starteddate startdate activateddate datestarted inprogressat startedatutc begonnen gestartet \
         startdatum beginn begin datededebut fechadeinicio inicio datadeinicio iniziato datainizio rozpoczeto datarozpoczecia \
         zahajeno startad датаначала 開始日 开始日期",
    ),
    (
        Field::Done,
        0,
        "resolved done closed closeddate closedat closedon closedatutc completed completedat completedon completeddate \
         completiondate completedatutc dateclosed datecompleted datefinished finished finishedat finisheddate finishdate resolvedat \
         resolutiondate accepted acceptedat doneat doneon donedate dateresolved erledigt erledigtam gelost \
         abgeschlossen abgeschlossenam fertig fertigam resolu resolue termine terminele datedefin resuelta resuelto \
         finalizada finalizado fechaderesolucion fechadefin terminado resolvido resolvida concluido concluida \
         datadeconclusao risolto risolta completato rozwiazano rozwiazane zakonczono zakonczone ukonczono \
         datazakonczenia opgelost afgerond voltooid vyreseno dokonceno lost klar slutford датарешения решено \
         датарезолюции 解決日 解決済み 已解决 完成日期",
    ),
    (Field::Done, 1, "enddate ended endedat fechafin enddatum endedatum"),
    (
        Field::Updated,
        0,
        "updated updatedat updatedon updateddate lastupdated lastmodified modified modifieddate modifiedat changeddate \
         lastchanged updatedatutc lasteditedtime lastactivity lastactivitydate aktualisiert aktualisiertam geandert \
         miseajour misajour modifie actualizada actualizado fechadeactualizacion atualizado atualizada aggiornato aggiornata \
         zaktualizowano zaktualizowane bijgewerkt aktualizovano uppdaterad обновлено датаобновления 更新日 更新 已更新 \
         更新时间",
    ),
    (
        Field::StateChanged,
        0,
        "statuscategorychanged statechangedate statechangeddate statuschanged movedat statuskategoriegeandert \
         categoriadeestadomodificada categoriadeestadocambiada cambiodecategoriadeestado categoriedestatutmodifiee \
         categoriedetatmodifiee categoriadostatusalterada zmienionokategoriestatusu zmianakategoriistatusu \
         kategoriastatusuzmieniona statuscategoriegewijzigd ステータスカテコリの変更",
    ),
    (
        Field::Ignore,
        0,
        "sprintorder kanbanorder sprintid originalestimate remainingestimate timespent timeestimate",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_match_without_case_spaces_punctuation_and_accents() {
        for (header, field) in [
            ("Issue key", Field::ExternalId),
            ("  SUMMARY ", Field::Title),
            ("Work Item Type", Field::Kind),
            ("Custom field (Rank)", Field::Rank),
            ("Custom field (Story point estimate)", Field::Size),
            ("Campo personalizado (Story Points)", Field::Size),
            ("Benutzerdefiniertes Feld (Rank)", Field::Rank),
            ("Pole niestandardowe (Story point estimate)", Field::Size),
            ("Podsumowanie", Field::Title),
            ("Klucz zgłoszenia", Field::ExternalId),
            ("Clave de incidencia", Field::ExternalId),
            ("Tipo de Incidencia", Field::Kind),
            ("Clave principal", Field::Parent),
            ("Zusammenfassung", Field::Title),
            ("Vorgangsschlüssel:", Field::ExternalId),
            ("Erledigt", Field::Done),
            ("Résumé", Field::Title),
            ("Closed At (UTC)", Field::Done),
            ("Title 3", Field::Title),
            ("課題キー", Field::ExternalId),
            ("ラベル", Field::Labels),
            ("Status Category Changed", Field::StateChanged),
        ] {
            assert_eq!(field_of(header).map(|(field, _)| field), Some(field), "{header}");
        }
        assert_eq!(field_of("Title of the page"), None);
        assert_eq!(field_of("Project name"), None);
    }

    #[test]
    fn every_field_has_a_name_that_finds_it() {
        for (field, name) in Field::NAMES {
            assert_eq!((field.name(), Field::named(name)), (name, Some(field)));
        }
        assert_eq!(Field::named("externalId"), Some(Field::ExternalId));
        assert_eq!(Field::named("nonsense of sorts"), None);
    }

    #[test]
    fn no_header_word_stands_for_two_fields() {
        let mut seen = HashMap::new();
        for (field, _, list) in SYNONYMS {
            for word in list.split_whitespace() {
                assert_eq!(seen.insert(word, field), None, "{word} twice");
            }
        }
    }
}
