//! The sheets of new officers. They stand on the answer that made them and nowhere else; each
//! prints as a card that says nothing of the house.

use crate::{Failure, StaffShell, Texts, page};
use askama::Template;
use axum::response::Response;
use qrcodegen::{QrCode, QrCodeEcc};
use workflow::add_officer::Sheet;

/// A sheet with its QR code: a path of one-unit squares.
struct Printed {
    sheet: Sheet,
    size: i32,
    squares: String,
}

#[derive(Template)]
#[template(path = "sheets.html")]
struct SheetsPage {
    t: Texts,
    shell: StaffShell,
    sheets: Vec<Printed>,
    /// What comes next; empty when nothing does.
    help: String,
    /// Address and label of the way on.
    way: (String, String),
}

/// The sheets, with what comes next and the way on.
///
/// # Errors
/// When the template fails to render, or a code does not fit into its squares.
pub(super) fn sheets_page(
    t: Texts,
    shell: StaffShell,
    sheets: Vec<Sheet>,
    (help, way): (String, (String, String)),
) -> Result<Response, Failure> {
    let sheets = sheets.into_iter().map(printed).collect::<Result<_, _>>()?;
    page(&SheetsPage { t, shell: shell.as_sheets(), sheets, help, way })
}

fn printed(sheet: Sheet) -> Result<Printed, Failure> {
    let code = QrCode::encode_text(&sheet.totp_address, QrCodeEcc::Medium)
        .map_err(|_| Failure::bad_input())?;
    let size = code.size();
    let dark = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
    let squares = dark
        .filter(|(x, y)| code.get_module(*x, *y))
        .map(|(x, y)| format!("M{} {}h1v1h-1z", x + 4, y + 4))
        .collect();
    Ok(Printed { sheet, size: size + 8, squares })
}
