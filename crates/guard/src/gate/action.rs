//! Everything an officer can ask to do.

use super::Kind;
use super::officer::coded;

coded!(
    /// An action, named `kind.verb` as in the policies.
    Action {
        HintList = "hint.list",
        HintOpen = "hint.open",
        HintTriage = "hint.triage",
        HintAnswer = "hint.answer",
        HintHandOver = "hint.hand_over",
        /// Taking a hint by phone or at the counter.
        HintCreate = "hint.create",
        ScreeningStart = "screening.start",
        ScreeningView = "screening.view",
        ScreeningDecide = "screening.decide",
        CaseList = "case.list",
        CaseOpen = "case.open",
        CaseCreate = "case.create",
        CaseAddSlice = "case.add_slice",
        CaseReclassify = "case.reclassify",
        SliceOpen = "slice.open",
        SliceEdit = "slice.edit",
        PersonCreate = "person.create",
        /// Opening an identity.
        PersonOpen = "person.open",
        /// Finding a person of the own desk by what is remembered; what is found is an alias.
        PersonSearch = "person.search",
        /// Asking for an erasure, and confirming what another officer asked for.
        PersonErase = "person.erase",
        HintErase = "hint.erase",
        /// Opening an identity in an emergency, without assignment or second yes.
        PersonBreakGlass = "person.break_glass",
        /// Saying yes or no to a colleague who asks to open an identity.
        PersonSecondYes = "person.second_yes",
        /// The national picture of imported, published sets.
        PictureView = "picture.view",
        /// The same with the counting copy of the country's own cases.
        PictureCount = "picture.count",
        SetImport = "set.import",
        LedgerView = "ledger.view",
        /// Answering alarms and reviewing emergency openings, for the oversight body.
        LedgerReview = "ledger.review",
        /// Reviewing what was not reviewed in time.
        LedgerReviewLate = "ledger.review_late",
        DeskManage = "desk.manage",
        /// Ending an officer's sessions and keeping the officer out, at once; and lifting it.
        OfficerFreeze = "officer.freeze",
        /// Closing the node: every session ends and every key is wiped.
        NodeSeal = "node.seal",
        /// Seeing who is at the own desk, and letting in who waits for its key.
        DeskLetIn = "desk.let_in",
        /// Reading what the own desk was warned of.
        AlarmView = "alarm.view",
        /// Opening the event mode of the own desk, with a second officer.
        DeskEvent = "desk.event",
        /// Keeping a colleague's own names and places, which oversight is warned of.
        DeskWatch = "desk.watch",
        /// Setting up, asking for and using the recovery of the own desk's key.
        DeskRecover = "desk.recover",
        /// Giving open work of somebody who left to a colleague.
        DeskReassign = "desk.reassign",
        SetupSign = "setup.sign",
        /// The rules in force, with their versions.
        RulesView = "rules.view",
        /// Handing in a country's own rules.
        RulesPropose = "rules.propose",
        /// Approving or refusing them.
        RulesApprove = "rules.approve",
        OwnSettings = "own.settings",
        /// Keeping a share of some desk's key as a custodian.
        ShareKeep = "share.keep",
    }
);

impl Action {
    /// The kind of thing it is done to.
    pub fn kind(self) -> Kind {
        match self {
            Self::HintList
            | Self::HintOpen
            | Self::HintTriage
            | Self::HintAnswer
            | Self::HintHandOver
            | Self::HintErase
            | Self::HintCreate => Kind::Hint,
            Self::ScreeningStart | Self::ScreeningView | Self::ScreeningDecide => Kind::Screening,
            Self::CaseList
            | Self::CaseOpen
            | Self::CaseCreate
            | Self::CaseAddSlice
            | Self::CaseReclassify => Kind::Case,
            Self::SliceOpen | Self::SliceEdit => Kind::Slice,
            Self::PersonCreate
            | Self::PersonOpen
            | Self::PersonSearch
            | Self::PersonErase
            | Self::PersonBreakGlass
            | Self::PersonSecondYes => Kind::Person,
            Self::PictureView | Self::PictureCount => Kind::Picture,
            Self::SetImport => Kind::Set,
            Self::LedgerView | Self::LedgerReview | Self::LedgerReviewLate => Kind::Ledger,
            Self::DeskManage
            | Self::DeskLetIn
            | Self::AlarmView
            | Self::OfficerFreeze
            | Self::DeskEvent
            | Self::DeskWatch
            | Self::DeskRecover
            | Self::DeskReassign => Kind::Desk,
            Self::NodeSeal => Kind::Node,
            Self::SetupSign => Kind::Setup,
            Self::RulesView | Self::RulesPropose | Self::RulesApprove => Kind::Rules,
            Self::OwnSettings | Self::ShareKeep => Kind::Account,
        }
    }
    /// Whether a warrant for it may unseal anything. A warrant to list or to make opens nothing.
    pub fn opens(self) -> bool {
        matches!(
            self,
            Self::HintOpen
                | Self::ScreeningView
                | Self::ScreeningDecide
                | Self::CaseOpen
                | Self::SliceOpen
                | Self::SliceEdit
                | Self::PersonOpen
                | Self::PersonBreakGlass
                | Self::LedgerView
        )
    }
}
