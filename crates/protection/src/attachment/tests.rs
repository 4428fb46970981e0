use super::{FILE_BYTES_MAX, Kind, Refused, accept, png, shown_name};
use lexicon::Dice;
use lexicon::chance::SeededDice;

const CANARY: &[u8] = b"GPS 6.1319 1.2228 Canary";

fn segment(marker: u8, body: &[u8]) -> Vec<u8> {
    let mut out = vec![0xff, marker];
    out.extend_from_slice(&u16::try_from(body.len() + 2).unwrap().to_be_bytes());
    out.extend_from_slice(body);
    out
}

fn join(parts: &[Vec<u8>]) -> Vec<u8> {
    parts.concat()
}

fn tables() -> Vec<Vec<u8>> {
    let mut quantisation = vec![0_u8];
    quantisation.extend(1..=64);
    let mut huffman = vec![0x00_u8, 0, 2];
    huffman.extend([0; 14]);
    huffman.extend([0, 5]);
    vec![segment(0xdb, &quantisation), segment(0xc4, &huffman)]
}

fn frame(marker: u8, width: u16, height: u16) -> Vec<u8> {
    let mut body = vec![8];
    body.extend(height.to_be_bytes());
    body.extend(width.to_be_bytes());
    body.extend([1, 1, 0x11, 0]);
    segment(marker, &body)
}

fn scan() -> Vec<u8> {
    let mut out = segment(0xda, &[1, 1, 0, 0, 63, 0]);
    out.extend([0x12, 0x34, 0xff, 0x00, 0x56, 0xff, 0xd0, 0x78]);
    out
}

fn thumbnail_head() -> Vec<u8> {
    let mut body = b"JFIF\0\x01\x02\x01\0\x48\0\x48\x02\x02".to_vec();
    body.extend_from_slice(&CANARY[..12]);
    segment(0xe0, &body)
}

fn plain_jpeg() -> Vec<u8> {
    let mut parts = vec![vec![0xff, 0xd8], segment(0xe0, b"JFIF\0\x01\x02\x01\0\x48\0\x48\0\0")];
    parts.extend(tables());
    parts.extend([frame(0xc0, 16, 8), segment(0xdd, &[0, 4]), scan(), vec![0xff, 0xd9]]);
    join(&parts)
}

/// The same picture as it comes from a telephone: place, device, comment, thumbnail, a tail.
fn telling_jpeg() -> Vec<u8> {
    let exif = [b"Exif\0\0", CANARY].concat();
    let mut parts = vec![vec![0xff, 0xd8], thumbnail_head(), segment(0xe1, &exif)];
    parts.extend([segment(0xe2, CANARY), segment(0xed, CANARY), segment(0xfe, CANARY)]);
    parts.extend(tables());
    parts.extend([frame(0xc0, 16, 8), segment(0xdd, &[0, 4]), segment(0xe1, &exif), scan()]);
    parts.extend([vec![0xff, 0xd9], CANARY.to_vec()]);
    join(&parts)
}

fn progressive_jpeg() -> Vec<u8> {
    let mut parts = vec![vec![0xff, 0xd8]];
    parts.push(segment(0xee, &[b'A', b'd', b'o', b'b', b'e', 0, 100, 9, 9, 9, 9, 1, 7]));
    parts.extend(tables());
    parts.extend([frame(0xc2, 640, 480), scan(), segment(0xfe, CANARY), scan()]);
    parts.push(vec![0xff, 0xff, 0xd9]);
    join(&parts)
}

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let mut out = u32::try_from(body.len()).unwrap().to_be_bytes().to_vec();
    out.extend_from_slice(name);
    out.extend_from_slice(body);
    out.extend(png::checksum(name, body).to_be_bytes());
    out
}

fn png_header(width: u32, height: u32, colour: u8) -> Vec<u8> {
    let mut body = width.to_be_bytes().to_vec();
    body.extend(height.to_be_bytes());
    body.extend([8, colour, 0, 0, 0]);
    chunk(b"IHDR", &body)
}

const DEFLATED: [u8; 12] = [0x78, 0x9c, 0x63, 0x60, 0x60, 0x60, 0x00, 0x00, 0, 4, 0, 1];

fn plain_png() -> Vec<u8> {
    join(&[
        png::SIGNATURE.to_vec(),
        png_header(1, 1, 3),
        chunk(b"PLTE", &[1, 2, 3]),
        chunk(b"tRNS", &[9]),
        chunk(b"IDAT", &DEFLATED),
        chunk(b"IEND", b""),
    ])
}

fn telling_png() -> Vec<u8> {
    join(&[
        png::SIGNATURE.to_vec(),
        png_header(1, 1, 3),
        chunk(b"tEXt", CANARY),
        chunk(b"eXIf", CANARY),
        chunk(b"PLTE", &[1, 2, 3]),
        chunk(b"tRNS", &[9]),
        chunk(b"tIME", &[7, 0xea, 11, 23, 10, 11, 12]),
        chunk(b"IDAT", &DEFLATED),
        chunk(b"iTXt", CANARY),
        chunk(b"IEND", b""),
        CANARY.to_vec(),
    ])
}

fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj\n<< /Title (Canary) >>\nendobj\ntrailer\n%%EOF\n".to_vec()
}

fn corpus() -> Vec<Vec<u8>> {
    vec![
        plain_jpeg(),
        telling_jpeg(),
        progressive_jpeg(),
        plain_png(),
        telling_png(),
        pdf(),
        join(&[plain_jpeg(), plain_png()]),
    ]
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|w| w == mark)
}

// proves: P-13, row 2.5
#[test]
fn p13_a_copy_tells_nothing_but_pixels() {
    for (telling, plain) in [(telling_jpeg(), plain_jpeg()), (telling_png(), plain_png())] {
        let made = accept(&telling).expect("a picture of a telephone is taken").copy.unwrap();
        assert_eq!(made, plain, "the copy is the plain picture, byte for byte");
        for mark in [&CANARY[..6], b"Exif", b"tEXt", b"iTXt", b"tIME", b"eXIf"] {
            assert!(!holds(&made, mark), "{}", String::from_utf8_lossy(mark));
        }
    }
    let made = accept(&progressive_jpeg()).unwrap().copy.unwrap();
    assert!(!holds(&made, b"Canary") && !holds(&made, &[9, 9, 9]));
    assert!(holds(&made, b"Adobe"), "how colours are read stays");
}

// proves: row 2.5
#[test]
fn a_pdf_is_kept_sealed_and_never_copied() {
    let kept = accept(&pdf()).unwrap();
    assert_eq!((kept.kind, kept.copy), (Kind::Pdf, None));
}

// proves: P-16
#[test]
fn p16_wrong_files_are_refused_with_the_reason() {
    let mut large = plain_jpeg();
    large.resize(FILE_BYTES_MAX + 1, 0);
    let mut bad_sum = plain_png();
    let at = bad_sum.len() - 20;
    bad_sum[at] ^= 1;
    let wide = join(&[
        png::SIGNATURE.to_vec(),
        png_header(60_000, 60_000, 2),
        chunk(b"IDAT", &DEFLATED),
        chunk(b"IEND", b""),
    ]);
    let critical = join(&[png::SIGNATURE.to_vec(), png_header(1, 1, 2), chunk(b"ABCD", b"")]);
    let lossless = join(&[vec![0xff, 0xd8], frame(0xc3, 8, 8)]);
    let no_pixels = join(&[png::SIGNATURE.to_vec(), png_header(1, 1, 2), chunk(b"IEND", b"")]);
    let cases: Vec<(&str, Vec<u8>, Refused)> = vec![
        ("0 bytes", vec![], Refused::Empty),
        ("too large", large, Refused::TooLarge),
        ("text", b"<html><script>".to_vec(), Refused::OtherType),
        ("svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), Refused::OtherType),
        ("gif", b"GIF89a".to_vec(), Refused::OtherType),
        ("zip", b"PK\x03\x04".to_vec(), Refused::OtherType),
        ("cut JPEG", plain_jpeg()[..60].to_vec(), Refused::Truncated),
        ("JPEG without end", plain_jpeg()[..plain_jpeg().len() - 2].to_vec(), Refused::Truncated),
        ("cut PNG", plain_png()[..40].to_vec(), Refused::Truncated),
        ("cut PDF", pdf()[..20].to_vec(), Refused::Truncated),
        ("wrong sum", bad_sum, Refused::Damaged),
        ("no pixels", no_pixels, Refused::Damaged),
        ("JPEG and ZIP", join(&[plain_jpeg(), b"PK\x03\x04".to_vec()]), Refused::Polyglot),
        ("JPEG and page", join(&[plain_jpeg(), b"<SCRIPT>".to_vec()]), Refused::Polyglot),
        ("PNG and PDF", join(&[plain_png(), pdf()]), Refused::Polyglot),
        ("PDF and ZIP", join(&[pdf(), b"PK\x03\x04PK\x05\x06".to_vec()]), Refused::Polyglot),
        ("too many pixels", wide, Refused::TooManyPixels),
        ("unknown part", critical, Refused::OtherVariant),
        ("lossless", lossless, Refused::OtherVariant),
    ];
    for (name, bytes, why) in cases {
        assert_eq!(accept(&bytes), Err(why), "{name}");
        assert!(lexicon::phrase::has(lexicon::language::ENGLISH, &why.phrase(name).key), "{name}");
    }
}

fn draw(dice: &SeededDice, below: usize) -> usize {
    usize::try_from(dice.below(below.max(1) as u64)).unwrap()
}

fn mutate(dice: &SeededDice, bytes: &mut Vec<u8>, other: &[u8]) {
    let at = draw(dice, bytes.len());
    match dice.below(7) {
        0 => bytes.truncate(at),
        1 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        2 if at < bytes.len() => bytes[at] = [0x00, 0xff, 0xd8, 0xd9, 0xda, 0x7f][draw(dice, 6)],
        3 => {
            let from = draw(dice, other.len());
            bytes.splice(at..at, other[from..].iter().copied().take(40));
        }
        4 => {
            let end = (at + draw(dice, 20)).min(bytes.len());
            bytes.drain(at..end);
        }
        5 => bytes.extend_from_slice(&other[draw(dice, other.len())..]),
        _ => mend_sums(bytes),
    }
}

/// Sets the sums of a PNG right again, so that mutations reach behind them.
fn mend_sums(bytes: &mut [u8]) {
    let mut at = png::SIGNATURE.len();
    while at + 8 <= bytes.len() {
        let length = u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
        let Some(end) = (at + 8).checked_add(length).filter(|e| e + 4 <= bytes.len()) else {
            return;
        };
        let sum = png::checksum(&bytes[at + 4..at + 8], &bytes[at + 8..end]);
        bytes[end..end + 4].copy_from_slice(&sum.to_be_bytes());
        at = end + 4;
    }
}

const ALLOWED: [&str; 15] = [
    "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "d8", "e0", "ee", "db", "c4", "dd", "c0", "c1", "c2",
    "da",
];

/// The names of the parts of a copy, read in another way than the copy is made.
fn parts(kind: Kind, copy: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    let mut at = if kind == Kind::Png { png::SIGNATURE.len() } else { 2 };
    while at + 4 <= copy.len() {
        if kind == Kind::Png {
            let length = u32::from_be_bytes(copy[at..at + 4].try_into().unwrap()) as usize;
            found.push(String::from_utf8_lossy(&copy[at + 4..at + 8]).into_owned());
            at += length + 12;
        } else {
            found.push(format!("{:x}", copy[at + 1]));
            at += 2 + usize::from(u16::from_be_bytes([copy[at + 2], copy[at + 3]]));
            while found.last().is_some_and(|m| m == "da") && is_pixels(&copy[at..]) {
                at += 1;
            }
        }
    }
    found
}

fn is_pixels(bytes: &[u8]) -> bool {
    bytes.len() > 2 && (bytes[0] != 0xff || matches!(bytes[1], 0 | 0xd0..=0xd7 | 0xff))
}

// proves: P-16
#[test]
fn p16_no_file_breaks_the_copy_and_every_copy_is_its_own_copy() {
    let dice = SeededDice::new(20_261_123);
    let corpus = corpus();
    let mut taken = 0;
    for round in 0..40_000 {
        let mut bytes = corpus[round % corpus.len()].clone();
        for _ in 0..=dice.below(4) {
            mutate(&dice, &mut bytes, &corpus[draw(&dice, corpus.len())]);
        }
        let Ok(kept) = accept(&bytes) else { continue };
        let Some(copy) = kept.copy else { continue };
        taken += 1;
        assert!(copy.len() <= bytes.len(), "a copy never grows");
        assert_eq!(accept(&copy).unwrap().copy.as_ref(), Some(&copy), "round {round}");
        for part in parts(kept.kind, &copy) {
            assert!(ALLOWED.contains(&part.as_str()), "round {round}: {part}");
        }
    }
    assert!(taken > 1_000, "only {taken} mutated pictures were taken: the test sees too little");
}

#[test]
fn a_shown_name_has_no_path_and_no_control_signs() {
    assert_eq!(shown_name("C:\\me\\photo\u{7}.jpg"), "photo.jpg");
    assert_eq!(shown_name("../../etc/passwd"), "passwd");
    assert_eq!(shown_name(" "), "-");
    assert_eq!(shown_name(&"a".repeat(300)).len(), 80);
}
