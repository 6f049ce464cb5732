//! What stands between a hostile file and the program: bounds on what it unpacks to, and
//! a border that no panic of a crate crosses.

use std::panic::{self, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};

use flate2::{Decompress, FlushDecompress, Status};

/// What one stream may unpack to: more than the image of a scanned page.
const LARGEST_STREAM: usize = 64 * 1024 * 1024;

/// What the streams of a file may unpack to together.
const MOST_UNPACKED: usize = 512 * 1024 * 1024;

/// How often streams may be packed in themselves.
const DEEPEST_PACKING: usize = 4;

/// The stack of the thread that reads.
const STACK: usize = 16 * 1024 * 1024;

/// The name of the thread that reads.
const THREAD: &str = "pdf";

/// One file is read at a time, since the hook for panics belongs to the whole program.
static READING: Mutex<()> = Mutex::new(());

/// Does something on a thread of its own; `None` if that panics, which nobody sees: the
/// desk would take a message of a panic for its own end.
pub(super) fn quietly<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    let _one_at_a_time = READING.lock().unwrap_or_else(PoisonError::into_inner);
    let hook: Arc<dyn Fn(&PanicHookInfo<'_>) + Send + Sync> =
        Arc::from(panic::take_hook());
    let others = Arc::clone(&hook);
    panic::set_hook(Box::new(move |info| {
        if std::thread::current().name() != Some(THREAD) {
            others(info);
        }
    }));
    let done = std::thread::scope(|scope| {
        std::thread::Builder::new()
            .name(THREAD.to_owned())
            .stack_size(STACK)
            .spawn_scoped(scope, work)
            .ok()
            .and_then(|thread| thread.join().ok())
    });
    drop(panic::take_hook());
    panic::set_hook(Box::new(move |info| hook(info)));
    done
}

/// Whether the streams of a file unpack to more than any document has. Streams are found
/// by their keyword, so that none is unpacked unbounded before it is weighed.
pub(super) fn is_bomb(bytes: &[u8]) -> bool {
    let mut left = MOST_UNPACKED;
    memchr::memmem::find_iter(bytes, b"stream").any(|at| {
        let rest = bytes.get(at + b"stream".len()..).unwrap_or_default();
        let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
        let rest = rest.strip_prefix(b"\n").unwrap_or(rest);
        let mut of_stream = left.min(LARGEST_STREAM);
        let before = of_stream;
        let is_too_large = weigh(rest, &mut of_stream, 0).is_none();
        left -= before - of_stream;
        is_too_large
    })
}

/// Unpacks a stream and counts its bytes; `None` where they are too many.
fn weigh(packed: &[u8], left: &mut usize, depth: usize) -> Option<()> {
    if !is_zlib(packed) || depth == DEEPEST_PACKING {
        return Some(());
    }
    let mut inflate = Decompress::new(true);
    let mut buffer = vec![0; 64 * 1024];
    let mut inner: Option<Vec<u8>> = None;
    loop {
        let read = usize::try_from(inflate.total_in()).ok()?;
        let written = inflate.total_out();
        let rest = packed.get(read..).unwrap_or_default();
        let status = inflate.decompress(rest, &mut buffer, FlushDecompress::None);
        let count = usize::try_from(inflate.total_out() - written).ok()?;
        *left = left.checked_sub(count)?;
        let piece = buffer.get(..count).unwrap_or_default();
        if written == 0 && is_zlib(piece) {
            inner = Some(Vec::new());
        }
        if let Some(inner) = &mut inner {
            inner.extend_from_slice(piece);
        }
        if count == 0 || !matches!(status, Ok(Status::Ok)) {
            break;
        }
    }
    inner.map_or(Some(()), |inner| weigh(&inner, left, depth + 1))
}

fn is_zlib(bytes: &[u8]) -> bool {
    match bytes {
        [method, flags, ..] => {
            method & 0x0f == 8 && (u16::from(*method) * 256 + u16::from(*flags)) % 31 == 0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_stays_inside() {
        assert_eq!(quietly(|| 7), Some(7));
        assert_eq!(quietly(|| -> u8 { panic!("hostile") }), None);
    }

    #[test]
    fn a_bomb_is_told_by_its_weight() {
        let packed = |bytes: &[u8]| {
            let mut packed = Vec::new();
            let mut deflate = flate2::Compress::new(flate2::Compression::best(), true);
            packed.reserve(bytes.len() / 500 + 100);
            deflate
                .compress_vec(bytes, &mut packed, flate2::FlushCompress::Finish)
                .unwrap();
            packed
        };
        let file = |content: &[u8]| [b"1 0 obj\n<<>> stream\r\n", content].concat();
        let large = packed(&vec![b' '; 50 * 1024 * 1024]);
        assert!(!is_bomb(&file(&large)));
        assert!(is_bomb(&file(&large).repeat(11)));
        assert!(is_bomb(&file(&packed(&vec![b' '; 70 * 1024 * 1024]))));
        assert!(!is_bomb(&file(&packed(&large))));
        assert!(is_bomb(&file(&packed(&large)).repeat(11)));
        assert!(!is_bomb(b"stream\n"));
    }
}
