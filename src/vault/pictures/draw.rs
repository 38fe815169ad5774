//! Reading pictures, format by format.

use std::fs::File;
use std::io::{BufReader, Seek as _};
use std::num::NonZeroU64;

use super::shrink::{Canvas, Shrink};
use super::{Format, Orientation, SMALL_SIDE};
use crate::domain::Small;

/// Most bytes that decoding one picture may hold at once, as far as the decoders let themselves be told.
const MOST_BYTES: usize = 64 << 20;

/// JPEG written in several scans is kept whole while it is decoded: 2 bytes for each sample.
const MOST_PROGRESSIVE_SAMPLES: usize = MOST_BYTES / 2;

/// WebP is decoded as a whole, in planes and then in colours.
const MOST_WEBP_PIXELS: usize = MOST_BYTES / 8;

const QUALITY: u8 = 80;

/// What pictures are read from: one type, so that the executable holds each decoder once.
type Source<'a> = BufReader<&'a File>;

/// What the head of a picture says.
pub struct Head {
    pub width: u32,
    pub height: u32,
    pub orientation: Orientation,
}

/// Reads the head alone.
pub fn head(format: Format, file: &File) -> Option<Head> {
    let from = Source::new(file);
    let (width, height, orientation) = match format {
        Format::Png => {
            let reader = png_decoder(from).read_info().ok()?;
            let info = reader.info();
            (info.width, info.height, orientation(info.exif_metadata.as_deref()))
        }
        Format::Jpeg => {
            let mut decoder = jpeg_decoder::Decoder::new(from);
            decoder.read_info().ok()?;
            let info = decoder.info()?;
            (u32::from(info.width), u32::from(info.height), orientation(decoder.exif_data()))
        }
        Format::Gif => {
            let decoder = gif_options().read_info(from).ok()?;
            (u32::from(decoder.width()), u32::from(decoder.height()), Orientation::UPRIGHT)
        }
        Format::WebP => {
            let mut decoder = image_webp::WebPDecoder::new(from).ok()?;
            decoder.set_memory_limit(MOST_BYTES);
            let (width, height) = decoder.dimensions();
            (width, height, orientation(decoder.exif_metadata().ok().flatten().as_deref()))
        }
    };
    Some(Head { width, height, orientation })
}

fn orientation(exif: Option<&[u8]>) -> Orientation {
    exif.map_or(Orientation::UPRIGHT, Orientation::of_exif)
}

/// The small form of a picture.
pub fn small(format: Format, mut file: File) -> Option<Small> {
    let head = head(format, &file)?;
    file.rewind().ok()?;
    let from = Source::new(&file);
    let stored = match format {
        Format::Png => png(from),
        Format::Jpeg => jpeg(from),
        Format::Gif => gif(from),
        Format::WebP => webp(from),
    }?;
    let stored = stored.within(SMALL_SIDE as usize);
    let size = (stored.width, stored.height);
    let (width, height) = match head.orientation.0 {
        5.. => (stored.height, stored.width),
        _ => size,
    };
    let canvas = stored.made_of(width, height, |x, y| {
        let (x, y) = head.orientation.source(size, (x, y));
        stored.pixel(x, y)
    });
    pressed(&canvas)
}

/// JPEG, or WebP where something shows through.
fn pressed(canvas: &Canvas) -> Option<Small> {
    let (width, height) = (u16::try_from(canvas.width).ok()?, u16::try_from(canvas.height).ok()?);
    let (mut bytes, preview) = (Vec::new(), canvas.preview());
    if canvas.is_opaque() {
        let colours: Vec<u8> = canvas.pixels.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let encoder = jpeg_encoder::Encoder::new(&mut bytes, QUALITY);
        encoder.encode(&colours, width, height, jpeg_encoder::ColorType::Rgb).ok()?;
        return Some(Small { mime_type: "image/jpeg", bytes, preview });
    }
    let encoder = image_webp::WebPEncoder::new(&mut bytes);
    encoder.encode(&canvas.pixels, width.into(), height.into(), image_webp::ColorType::Rgba8).ok()?;
    Some(Small { mime_type: "image/webp", bytes, preview })
}

fn shrink(width: usize, height: usize) -> Shrink {
    Shrink::new(width, height, SMALL_SIDE as usize)
}

/// The pixels of a row with so many samples to each: grey, grey and opacity, colours, colours and opacity.
fn pixels(row: &[u8], samples: usize) -> impl Iterator<Item = [u8; 4]> + '_ {
    row.chunks_exact(samples.max(1)).map(|pixel| match *pixel {
        [grey] => [grey, grey, grey, 255],
        [grey, alpha] => [grey, grey, grey, alpha],
        [red, green, blue] => [red, green, blue, 255],
        [red, green, blue, alpha] => [red, green, blue, alpha],
        _ => [0; 4],
    })
}

fn whole(data: &[u8], width: usize, height: usize, samples: usize) -> Option<Canvas> {
    let mut shrink = shrink(width, height);
    data.chunks_exact(width.checked_mul(samples)?).take(height).for_each(|row| shrink.row(pixels(row, samples)));
    Some(shrink.finish())
}

fn png_decoder(from: Source<'_>) -> png::Decoder<Source<'_>> {
    let mut decoder = png::Decoder::new_with_limits(from, png::Limits { bytes: MOST_BYTES });
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder
}

/// Row by row, unless it is interlaced, and then as a whole.
fn png(from: Source<'_>) -> Option<Canvas> {
    let mut reader = png_decoder(from).read_info().ok()?;
    let (width, height) = (reader.info().width as usize, reader.info().height as usize);
    let samples = reader.output_color_type().0.samples();
    if reader.info().interlaced {
        let bytes = reader.output_buffer_size().filter(|bytes| *bytes <= MOST_BYTES)?;
        let mut data = vec![0; bytes];
        reader.next_frame(&mut data).ok()?;
        return whole(&data, width, height, samples);
    }
    let mut shrink = shrink(width, height);
    while let Some(row) = reader.next_row().ok()? {
        shrink.row(pixels(row.data(), samples));
    }
    Some(shrink.finish())
}

/// As little of it as the format lets be decoded: an eighth, a quarter or half of each side.
fn jpeg(from: Source<'_>) -> Option<Canvas> {
    use jpeg_decoder::{CodingProcess, PixelFormat};
    let mut decoder = jpeg_decoder::Decoder::new(from);
    decoder.set_max_decoding_buffer_size(MOST_BYTES);
    decoder.read_info().ok()?;
    let info = decoder.info()?;
    let samples = info.pixel_format.pixel_bytes();
    let all = usize::from(info.width) * usize::from(info.height) * samples;
    if info.coding_process == CodingProcess::DctProgressive && all > MOST_PROGRESSIVE_SAMPLES {
        return None;
    }
    let side = u16::try_from(SMALL_SIDE).ok()?;
    let (width, height) = decoder.scale(side, side).ok()?;
    let mut data = decoder.decode().ok()?;
    match info.pixel_format {
        PixelFormat::L8 | PixelFormat::RGB24 => {}
        // Ink is stored upside down, as everybody does it since Photoshop did.
        PixelFormat::CMYK32 => data.chunks_exact_mut(4).for_each(|ink| {
            let [cyan, magenta, yellow, black] = [0, 1, 2, 3].map(|at| u16::from(ink[at]));
            let colour = [cyan, magenta, yellow].map(|part| (part * black / 255) as u8);
            ink[..3].copy_from_slice(&colour);
            ink[3] = 255;
        }),
        PixelFormat::L16 => return None,
    }
    whole(&data, usize::from(width), usize::from(height), samples)
}

fn gif_options() -> gif::DecodeOptions {
    let mut options = gif::DecodeOptions::new();
    options.set_color_output(gif::ColorOutput::Indexed);
    if let Some(bytes) = NonZeroU64::new(MOST_BYTES as u64) {
        options.set_memory_limit(gif::MemoryLimit::Bytes(bytes));
    }
    options
}

/// The first frame, where it lies.
fn gif(from: Source<'_>) -> Option<Canvas> {
    let mut decoder = gif_options().read_info(from).ok()?;
    let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let general = decoder.global_palette().map(<[u8]>::to_vec);
    let frame = decoder.read_next_frame().ok()??;
    let palette = frame.palette.as_deref().or(general.as_deref())?;
    let colour = |index: u8| {
        let at = usize::from(index) * 3;
        match palette.get(at..at + 3) {
            Some(&[red, green, blue]) if frame.transparent != Some(index) => [red, green, blue, 255],
            _ => [0; 4],
        }
    };
    let (left, top, across) = (usize::from(frame.left), usize::from(frame.top), usize::from(frame.width));
    let mut shrink = shrink(width, height);
    for y in 0..height {
        let row = y.checked_sub(top).and_then(|y| frame.buffer.get(y * across..(y + 1) * across)).unwrap_or_default();
        let within = |x: usize| x.checked_sub(left).and_then(|x| row.get(x)).map_or([0; 4], |index| colour(*index));
        shrink.row((0..width).map(within));
    }
    Some(shrink.finish())
}

fn webp(from: Source<'_>) -> Option<Canvas> {
    let mut decoder = image_webp::WebPDecoder::new(from).ok()?;
    decoder.set_memory_limit(MOST_BYTES);
    let (width, height) = decoder.dimensions();
    let (width, height) = (width as usize, height as usize);
    let pixels = width.checked_mul(height).filter(|pixels| *pixels <= MOST_WEBP_PIXELS)?;
    let samples = if decoder.has_alpha() { 4 } else { 3 };
    let mut data = vec![0; pixels * samples];
    decoder.read_image(&mut data).ok()?;
    whole(&data, width, height, samples)
}
