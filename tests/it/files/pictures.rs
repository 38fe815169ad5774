//! Pictures and their small forms.

use super::group;
use crate::harness::files::pictures;
use crate::harness::*;

async fn small_of(person: &Person, file: &Value) -> Answer {
    let file = person.drawn(file).await;
    assert_eq!(file["thumbnail"], "ready");
    person.get(&format!("/files/{}/thumbnail", text(&file["id"]))).await
}

#[tokio::test]
async fn every_kind_of_picture_has_its_size_at_once_and_a_small_form_soon() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let halves = |x: u32, _: u32| if x < 800 { [200, 0, 0, 255] } else { [0, 0, 200, 255] };
    let cases = [
        ("photo.jpg", pictures::jpeg(1600, 1200, None, halves), "image/jpeg", 1600, 1200),
        ("drawing.png", pictures::png(1600, 800, halves), "image/png", 1600, 800),
        ("web.webp", pictures::webp(1600, 400, halves), "image/webp", 1600, 400),
        ("moving.gif", pictures::gif(1600, 100, 3), "image/gif", 1600, 100),
        ("tiny.png", pictures::png(3, 2, halves), "image/png", 3, 2),
    ];
    for (name, content, mime_type, width, height) in cases {
        let file = ada.upload(name, &content).await;
        assert_eq!((&file["kind"], &file["mime_type"]), (&json!("image"), &json!(mime_type)), "{name}");
        assert_eq!((&file["width"], &file["height"]), (&json!(width), &json!(height)), "{name}");

        let small = small_of(&ada, &file).await;

        assert_eq!((small.status, small.header("content-type")), (200, "image/jpeg"), "{name}");
        let (small_width, small_height, colours) = pictures::read(&small.bytes);
        let expected = if width > 720 { (720, (height * 720 + width / 2) / width) } else { (width, height) };
        assert_eq!((small_width, small_height), expected, "{name}");
        let near = |colour: [u8; 3], wanted: [u8; 3]| colour.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 12);
        let first = if name == "moving.gif" { [255, 0, 0] } else { [200, 0, 0] };
        assert!(near(colours[0], first), "{name}: {:?}", colours[0]);
        let preview = text(&ada.drawn(&file).await["preview"]);
        assert_eq!(preview.len(), 64, "48 bytes in base64");
    }
}

#[tokio::test]
async fn what_shows_through_in_a_picture_shows_through_in_its_small_form() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    let file =
        ada.upload("logo.png", &pictures::png(1440, 1440, |x, _| [255, 0, 0, if x < 720 { 255 } else { 0 }])).await;
    let small = small_of(&ada, &file).await;
    assert_eq!(small.header("content-type"), "image/webp");
    assert_eq!(pictures::read(&small.bytes).0, 720);
}

#[tokio::test]
async fn a_photo_taken_sideways_is_turned_and_says_no_longer_where_it_was_taken() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    // The tag 0x0112 says: turn it clockwise. What follows stands for a place.
    let exif = [&b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"[..], b"GPS 52.5200 N"].concat();
    let left_is_red = |x: u32, _: u32| if x < 500 { [255, 0, 0, 255] } else { [0, 0, 255, 255] };
    let photo = pictures::jpeg(1000, 600, Some(&exif), left_is_red);
    let file = ada.upload("photo.jpg", &photo).await;
    assert_eq!((&file["width"], &file["height"]), (&json!(600), &json!(1000)));

    let small = small_of(&ada, &file).await;

    let (width, height, colours) = pictures::read(&small.bytes);
    assert_eq!((width, height), (432, 720));
    let at = |x: usize, y: usize| colours[y * width + x];
    assert!(at(200, 20)[0] > 200 && at(200, 700)[2] > 200, "what was left is at the top");
    assert!(!small.bytes.windows(3).any(|window| window == b"GPS"));
    assert_eq!(ada.open_file(&file).await.bytes, photo, "the file itself stays as it is");
}

/// A45.
#[tokio::test]
async fn a_picture_that_is_a_bomb_is_a_file_like_any_other() {
    let mut server = TestServer::start().await;
    let ada = server.person("ada").await;
    // A head that announces 50,000 x 50,000 pixels; and one that is within bounds but holds nothing.
    let header = |width: u32, height: u32| {
        let mut picture = pictures::png(1, 1, |_, _| [0; 4]);
        picture[16..20].copy_from_slice(&width.to_be_bytes());
        picture[20..24].copy_from_slice(&height.to_be_bytes());
        let checksum = crc(&picture[12..29]);
        picture[29..33].copy_from_slice(&checksum.to_be_bytes());
        picture
    };
    let bomb = ada.upload("bomb.png", &header(50_000, 50_000)).await;
    assert_eq!((&bomb["kind"], &bomb["width"], &bomb["thumbnail"]), (&json!("other"), &Value::Null, &json!("none")));
    assert!(ada.open_file(&bomb).await.header("content-disposition").starts_with("attachment"));
    for content in
        [header(6_000, 6_000), b"\xff\xd8\xff\xe0nonsense".to_vec(), b"GIF89a".to_vec(), b"RIFF\x04\0\0\0WEBP".to_vec()]
    {
        let file = ada.drawn(&ada.upload("broken", &content).await).await;
        assert_eq!(file["thumbnail"], "none");
        let path = format!("/files/{}/thumbnail", text(&file["id"]));
        ada.get(&path).await.refused(404, "not_found");
    }
    let fine = ada.upload("fine.png", &pictures::png(4, 4, |_, _| [0, 0, 0, 255])).await;
    assert_eq!(small_of(&ada, &fine).await.status, 200, "the next one is drawn all the same");
}

/// The checksum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { 0xedb8_8320 ^ (crc >> 1) } else { crc >> 1 })
    })
}

#[tokio::test]
async fn who_reads_a_message_hears_when_its_picture_has_a_small_form() {
    let mut server = TestServer::start().await;
    let hall = group(&server.group("hall", &["ada", "ben"]).await);
    let (ada, ben) = (server.person("ada").await, server.person("ben").await);
    let mut window = ben.connect(None).await;
    // Large enough that it is posted before it is drawn, and heard of either way if it is not.
    let file = ada.upload("large.png", &pictures::png(1500, 1500, |x, y| [x as u8, y as u8, 7, 255])).await;
    let message = ada.post_files(&hall, "", &[&file]).await;

    let heard = window.event("message_created").await["message"].clone();
    if heard["attachments"][0]["thumbnail"] == "pending" {
        let updated = window.event("message_updated").await["message"].clone();
        assert_eq!((&updated["id"], &updated["version"]), (&message["id"], &message["version"]));
        assert_eq!(updated["edited_at"], Value::Null);
        assert_eq!(updated["attachments"][0]["thumbnail"], "ready");
    }
    ada.drawn(&file).await;
    assert_eq!(ben.history(&hall).await[0]["attachments"][0]["thumbnail"], "ready");
}
