//! `soffice` as a second reader of Word files, where it is installed.

use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A macro that opens a file, does one deed in it and saves it as a Word file.
const MACRO: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settle" script:language="StarBasic">
Sub Settle(source As String, target As String, deed As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, deed, "", 0, Array())
  Dim word(0) As New com.sun.star.beans.PropertyValue
  word(0).Name = "FilterName"
  word(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, word())
  document.close(True)
End Sub
</script:module>"#;

const LIBRARY: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Settle"/>
</library:library>"#;

/// An office with a profile of its own.
pub(crate) struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    /// Starts it once; `None`, and a word about it, where it is not installed.
    pub(crate) fn start() -> Option<Self> {
        let office = Self { folder: tempfile::tempdir().unwrap() };
        let has_begun = office
            .command()
            .arg("--terminate_after_init")
            .status()
            .is_ok_and(|status| status.success());
        if !has_begun {
            #[expect(clippy::print_stderr, reason = "a skipped test says so")]
            {
                eprintln!("skipped: needs soffice");
            }
            return None;
        }
        // The first start fills the profile; what lies there before is written over.
        let library = office.folder.path().join("profile/user/basic/Standard");
        std::fs::create_dir_all(&library).unwrap();
        std::fs::write(library.join("Settle.xba"), MACRO).unwrap();
        std::fs::write(library.join("script.xlb"), LIBRARY).unwrap();
        Some(office)
    }

    /// The file with all tracked changes accepted.
    pub(crate) fn accept(&self, file: &[u8]) -> Vec<u8> {
        self.settle(file, ".uno:AcceptAllTrackedChanges")
    }

    /// The file with all tracked changes rejected.
    pub(crate) fn reject(&self, file: &[u8]) -> Vec<u8> {
        self.settle(file, ".uno:RejectAllTrackedChanges")
    }

    fn settle(&self, file: &[u8], deed: &str) -> Vec<u8> {
        let (source, target) = (self.path("in.docx"), self.path("out.docx"));
        std::fs::write(&source, file).unwrap();
        std::fs::remove_file(&target).ok();
        let call = format!(
            "macro:///Standard.Settle.Settle(\"{}\",\"{}\",\"{deed}\")",
            url(&source),
            url(&target)
        );
        // On a machine with much else to do it may end before it has written.
        for _ in 0..3 {
            self.run(&call);
            if let Ok(file) = std::fs::read(&target) {
                return file;
            }
        }
        panic!("soffice wrote no file, three times");
    }

    /// Runs it to its end. It waits for ever where it cannot open a file: then it is ended.
    fn run(&self, argument: &str) {
        const PATIENCE: Duration = Duration::from_mins(3);
        let mut office = self.command().arg(argument).process_group(0).spawn().unwrap();
        let started = Instant::now();
        while office.try_wait().unwrap().is_none() {
            if started.elapsed() > PATIENCE {
                let group = format!("-{}", office.id());
                Command::new("kill").args(["-9", "--", &group]).status().unwrap();
                panic!("the file is not opened: {argument}");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new("soffice");
        let profile = url(&self.path("profile"));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.args(["--headless", &format!("-env:UserInstallation={profile}")]);
        command
    }
}

fn url(path: &Path) -> String {
    format!("file://{}", path.display())
}
