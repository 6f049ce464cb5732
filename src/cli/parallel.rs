//! Many drafts at once, in the order in which they were named, with a bar for who waits.

use std::io::{IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Does the work for each number below `count`, and gives the results in order.
pub(super) fn in_parallel<T: Send>(
    count: usize,
    work: impl Fn(usize) -> T + Sync,
) -> Vec<T> {
    if count < 2 {
        return (0..count).map(work).collect();
    }
    let workers = std::thread::available_parallelism().map_or(1, usize::from).min(count);
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut results: Vec<(usize, T)> = std::thread::scope(|scope| {
        for _ in 0..workers {
            let sender = sender.clone();
            scope.spawn(|| {
                let sender = sender;
                let numbers =
                    std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
                for number in numbers.take_while(|number| *number < count) {
                    sender.send((number, work(number))).unwrap_or_default();
                }
            });
        }
        drop(sender);
        let mut bar = Bar::new(count);
        receiver.into_iter().inspect(|_| bar.advance()).collect()
    });
    results.sort_by_key(|(number, _)| *number);
    results.into_iter().map(|(_, result)| result).collect()
}

/// How long work goes on before a bar is shown, and how often it is drawn.
const PATIENCE: Duration = Duration::from_millis(500);
const PACE: Duration = Duration::from_millis(100);

/// A line on standard error that grows, where that is a terminal and the work is long.
struct Bar {
    count: usize,
    done: usize,
    /// When it is drawn next; nothing where nobody watches.
    next: Option<Instant>,
    is_drawn: bool,
}

impl Bar {
    fn new(count: usize) -> Self {
        let next = std::io::stderr().is_terminal().then(|| Instant::now() + PATIENCE);
        Self { count, done: 0, next, is_drawn: false }
    }

    fn advance(&mut self) {
        const WIDTH: usize = 30;
        self.done += 1;
        if self.next.is_some_and(|next| Instant::now() >= next) {
            self.next = Some(Instant::now() + PACE);
            self.is_drawn = true;
            let full = self.done * WIDTH / self.count;
            let (full, rest) = ("█".repeat(full), "░".repeat(WIDTH - full));
            let (done, count) = (self.done, self.count);
            write!(std::io::stderr(), "\r{full}{rest} {done} of {count} drafts ").ok();
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if self.is_drawn {
            write!(std::io::stderr(), "\r\x1b[2K").ok();
        }
    }
}
