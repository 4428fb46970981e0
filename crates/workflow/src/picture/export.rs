//! Published tables to take away, as CSV or XLSX. A text is never a formula: in CSV one that a
//! spreadsheet would compute is led by an apostrophe, in XLSX it is written as text.

use super::tables::unpack;
use crate::import::{Kind, profile};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use std::io::{BufWriter, Seek, Write};
use store::{SetColumnRow, SetRow};

/// Rows of one sheet under its header; Excel holds 1,048,576 with it.
const SHEET_ROWS_MAX: usize = 1_048_575;

/// The two ways of taking a table away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Csv,
    Xlsx,
}

impl Form {
    pub fn parse(id: &str) -> Option<Self> {
        match id {
            "csv" => Some(Self::Csv),
            "xlsx" => Some(Self::Xlsx),
            _ => None,
        }
    }

    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    pub fn media(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Out<'a> {
    Text(std::borrow::Cow<'a, str>),
    Number(u64),
}

impl<'a> Out<'a> {
    pub fn text(text: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Self::Text(text.into())
    }
}

/// Why a table could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("the file cannot be written")]
    File(#[from] std::io::Error),
    #[error("the table cannot be written as CSV")]
    Csv(#[from] csv::Error),
    #[error("the table cannot be written as XLSX")]
    Xlsx(#[from] XlsxError),
    #[error("a column of the set is broken")]
    Broken(#[from] statistics::coding::CodingError),
}

/// Writes rows one by one: no more of them is in memory than the one.
///
/// # Errors
/// When the file cannot be written.
pub fn write<'a>(
    form: Form,
    header: &[&str],
    rows: impl Iterator<Item = Vec<Out<'a>>>,
    out: impl Write + Seek + Send,
) -> Result<(), ExportError> {
    match form {
        Form::Csv => write_csv(header, rows, out),
        Form::Xlsx => write_xlsx(header, rows, out),
    }
}

fn write_csv<'a>(
    header: &[&str],
    rows: impl Iterator<Item = Vec<Out<'a>>>,
    out: impl Write,
) -> Result<(), ExportError> {
    let mut writer = csv::Writer::from_writer(BufWriter::new(out));
    for text in header {
        writer.write_field(harmless(text).as_ref())?;
    }
    writer.write_record(None::<&[u8]>)?;
    for row in rows {
        for cell in row {
            match cell {
                Out::Text(text) => writer.write_field(harmless(&text).as_ref())?,
                Out::Number(number) => writer.write_field(number.to_string())?,
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.flush()?;
    Ok(())
}

/// Signs with which a spreadsheet begins a formula, the wide ones of East Asian keyboards included.
const FORMULA_SIGNS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A text that begins as a formula does is led by an apostrophe, which a spreadsheet shows as text.
fn harmless(text: &str) -> std::borrow::Cow<'_, str> {
    if text.starts_with(FORMULA_SIGNS) {
        return format!("'{text}").into();
    }
    text.into()
}

fn write_xlsx<'a>(
    header: &[&str],
    rows: impl Iterator<Item = Vec<Out<'a>>>,
    out: impl Write + Seek + Send,
) -> Result<(), ExportError> {
    let mut workbook = Workbook::new();
    // The same table is the same file, and does not tell at which hour somebody took it.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let mut rows = rows.peekable();
    loop {
        let sheet = workbook.add_worksheet_with_constant_memory()?;
        for (column, text) in (0_u16..).zip(header) {
            sheet.write_string(0, column, *text)?;
        }
        for (line, row) in (1_u32..).zip(rows.by_ref().take(SHEET_ROWS_MAX)) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell {
                    Out::Text(text) => sheet.write_string(line, column, text)?,
                    #[expect(clippy::cast_precision_loss, reason = "counts stay below 2^53")]
                    Out::Number(number) => sheet.write_number(line, column, number as f64)?,
                };
            }
        }
        if rows.peek().is_none() {
            break;
        }
    }
    workbook.save_to_writer(BufWriter::new(out))?;
    Ok(())
}

/// Writes a set as it is stored: the codes under which it is counted; texts as their file has them.
///
/// # Errors
/// When a column is broken or the file cannot be written.
pub fn write_set(
    form: Form,
    set: &SetRow,
    stored: &[SetColumnRow],
    out: impl Write + Seek + Send,
) -> Result<(), ExportError> {
    let mut names: Vec<&str> = Vec::new();
    for part in stored {
        if !names.contains(&part.name.as_str()) {
            names.push(&part.name);
        }
    }
    let mut columns = Vec::new();
    for name in &names {
        columns.extend(unpack(stored, name)?);
    }
    let is_text = |name: &str| {
        let field = profile(&set.title).and_then(|profile| profile.field(name));
        field.is_none_or(|field| matches!(field.kind, Kind::Text))
    };
    let texts: Vec<bool> = names.iter().map(|name| is_text(name)).collect();
    let mut codes: Vec<_> = columns.iter().map(statistics::Column::codes).collect();
    let rows = std::iter::from_fn(|| {
        let mut row = Vec::with_capacity(columns.len());
        for ((column, codes), is_text) in columns.iter().zip(&mut codes).zip(&texts) {
            let entry = column.entry(codes.next()?)?;
            row.push(cell(if *is_text { &entry.raw } else { &entry.value }));
        }
        (!row.is_empty()).then_some(row)
    });
    write(form, &names, rows, out)
}

/// Plain numbers are numbers; a leading zero or a sign makes a text.
fn cell(text: &str) -> Out<'_> {
    let is_number = text.len() <= 12
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    match text.parse() {
        Ok(number) if is_number => Out::Number(number),
        _ => Out::text(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Form, Out, cell, write};
    use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
    use std::io::Cursor;

    const BOMBS: [&str; 8] =
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "fine, \"quoted\""];

    fn written(form: Form) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        let rows = BOMBS.into_iter().map(|bomb| vec![Out::text(bomb), Out::Number(7)]);
        write(form, &["=head", "count"], rows, &mut out).expect("memory");
        out.into_inner()
    }

    // proves: P-16
    #[test]
    fn p16_no_cell_of_a_csv_is_a_formula() {
        let csv = written(Form::Csv);
        let mut reader = csv::Reader::from_reader(csv.as_slice());
        assert_eq!(reader.headers().expect("a header").get(0), Some("'=head"));
        let rows: Vec<_> = reader.records().map(|row| row.expect("a row")).collect();
        assert_eq!(rows.len(), BOMBS.len());
        for (row, bomb) in rows.iter().zip(BOMBS) {
            let first = row.get(0).expect("a cell");
            assert!(!first.starts_with(['=', '+', '-', '@', '\t', '\r']), "{first}");
            assert_eq!(first.trim_start_matches('\''), bomb);
            assert_eq!(row.get(1), Some("7"));
        }
    }

    // proves: P-16
    #[test]
    fn p16_every_text_of_an_xlsx_is_a_text() {
        let mut book: Xlsx<_> =
            open_workbook_from_rs(Cursor::new(written(Form::Xlsx))).expect("a book");
        let formulas = book.worksheet_formula("Sheet1").expect("a sheet");
        assert!(formulas.used_cells().next().is_none(), "{formulas:?}");
        let sheet = book.worksheet_range("Sheet1").expect("a sheet");
        assert_eq!(sheet.get((0, 0)), Some(&Data::String("=head".into())));
        for (line, bomb) in BOMBS.into_iter().enumerate() {
            let said = sheet.get((line + 1, 0)).map(ToString::to_string);
            // A carriage return is a line end in XML.
            assert_eq!(said.map(|text| text.replace('\n', "\r")), Some(bomb.to_owned()));
            assert_eq!(sheet.get((line + 1, 1)), Some(&Data::Float(7.0)));
        }
    }

    #[test]
    fn plain_numbers_are_numbers_and_nothing_else_is() {
        assert_eq!(cell("12"), Out::Number(12));
        for text in ["012", "-1", "1.5", "<5", "", "1234567890123", "2005-2013"] {
            assert_eq!(cell(text), Out::text(text));
        }
    }
}
