//! Files, as somebody sends, posts and opens them.

use serde_json::{Value, json};

use super::{Answer, Method, Person, new_id, text};

impl Person {
    /// Begins an upload; what came back.
    pub async fn begin_upload(&self, name: &str, size_bytes: usize) -> Answer {
        self.post("/uploads", json!({ "name": name, "size_bytes": size_bytes })).await
    }

    /// Sends a piece; what came back.
    pub async fn piece(&self, upload: &str, offset: usize, bytes: &[u8]) -> Answer {
        let request = self.request(Method::PUT, &format!("/uploads/{upload}?offset={offset}"));
        self.send(request.header("content-type", "application/octet-stream").body(bytes.to_vec())).await
    }

    pub async fn finish_upload(&self, upload: &str) -> Answer {
        self.post(&format!("/uploads/{upload}/finish"), json!({})).await
    }

    /// Uploads a file; what the server then says of it.
    pub async fn upload(&self, name: &str, bytes: &[u8]) -> Value {
        let id = text(&self.begin_upload(name, bytes.len()).await.expect(201)["id"]);
        for (at, piece) in bytes.chunks(1 << 20).enumerate() {
            self.piece(&id, at << 20, piece).await.expect(200);
        }
        self.finish_upload(&id).await.expect(201)
    }

    /// Posts files below `/groups/{id}`, `/directs/{id}` or `/messages/{id}` (as a reply); what came back.
    pub async fn try_to_post(&self, place: &str, content: &str, files: &[&Value]) -> Answer {
        let ids: Vec<&Value> = files.iter().map(|file| &file["id"]).collect();
        let path = if place.starts_with("/messages/") { "replies" } else { "messages" };
        let input = json!({ "client_id": new_id(), "content": content, "file_ids": ids });
        self.post(&format!("{place}/{path}"), input).await
    }

    /// Posts files; the message.
    pub async fn post_files(&self, place: &str, content: &str, files: &[&Value]) -> Value {
        self.try_to_post(place, content, files).await.expect(201)["message"].clone()
    }

    /// What a file holds, as far as this person is shown it.
    pub async fn open_file(&self, file: &Value) -> Answer {
        self.get(&format!("/files/{}/content", text(&file["id"]))).await
    }

    /// The file once its small form is made, or will never be.
    pub async fn drawn(&self, file: &Value) -> Value {
        loop {
            let now = self.get(&format!("/files/{}", text(&file["id"]))).await.expect(200);
            if now["thumbnail"] != "pending" {
                return now;
            }
        }
    }
}

/// Pictures made for a test.
pub mod pictures {
    /// A colour for each place of a picture.
    type Colours = fn(u32, u32) -> [u8; 4];

    pub fn png(width: u32, height: u32, colour: Colours) -> Vec<u8> {
        png_of(width, height, colour)
    }

    pub fn png_of(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header().unwrap().write_image_data(&rgba(width, height, colour)).unwrap();
        bytes
    }

    /// With EXIF data, if there is to be some.
    pub fn jpeg(width: u16, height: u16, exif: Option<&[u8]>, colour: Colours) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 95);
        if let Some(exif) = exif {
            encoder.add_app_segment(1, [b"Exif\0\0", exif].concat()).unwrap();
        }
        let pixels = rgba(width.into(), height.into(), colour);
        encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgba).unwrap();
        bytes
    }

    pub fn webp(width: u32, height: u32, colour: Colours) -> Vec<u8> {
        let mut bytes = Vec::new();
        let encoder = image_webp::WebPEncoder::new(&mut bytes);
        encoder.encode(&rgba(width, height, colour), width, height, image_webp::ColorType::Rgba8).unwrap();
        bytes
    }

    /// Of several frames.
    pub fn gif(width: u16, height: u16, frames: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = gif::Encoder::new(&mut bytes, width, height, &[255, 0, 0, 0, 255, 0]).unwrap();
        for frame in 0..frames {
            let pixels = vec![frame % 2; usize::from(width) * usize::from(height)];
            encoder.write_frame(&gif::Frame::from_indexed_pixels(width, height, pixels, None)).unwrap();
        }
        drop(encoder);
        bytes
    }

    /// The colours of a small form, whichever format it has.
    pub fn read(bytes: &[u8]) -> (usize, usize, Vec<[u8; 3]>) {
        if bytes.starts_with(&[0xff, 0xd8]) {
            let mut decoder = jpeg_decoder::Decoder::new(bytes);
            let pixels = decoder.decode().unwrap();
            let info = decoder.info().unwrap();
            return (info.width.into(), info.height.into(), pixels.as_chunks().0.to_vec());
        }
        let mut decoder = image_webp::WebPDecoder::new(std::io::Cursor::new(bytes)).unwrap();
        let (width, height) = decoder.dimensions();
        let mut pixels = vec![0; decoder.output_buffer_size().unwrap()];
        decoder.read_image(&mut pixels).unwrap();
        let samples = pixels.len() / (width * height) as usize;
        let colours = pixels.chunks_exact(samples).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        (width as usize, height as usize, colours)
    }

    fn rgba(width: u32, height: u32, colour: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
        (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).flat_map(|(x, y)| colour(x, y)).collect()
    }
}
