//! What a visitor does with the page, and what we can see of it.

use std::cell::RefCell;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::wd::TimeoutConfiguration;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};
use xtask::server::Server;
use xtask::workspace;

use crate::browser::Browser;
use crate::bundle::Bundle;
use crate::driver_command::DriverCommand;
use crate::figures::COUNT_CHANGES;
use crate::memory::MemoryWatch;

/// Long enough for a slow machine, short enough to wait for when something is broken.
const PATIENCE: Duration = Duration::from_secs(20);
const GLANCE: Duration = Duration::from_millis(25);

/// One line of the browser's console.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ConsoleEntry {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// What it says, with the place it comes from.
    pub message: String,
}

/// The bundle, served and opened in a browser of its own.
///
/// Dropping it ends the browser, then the server.
#[derive(Debug)]
pub struct Page {
    browser: Browser,
    server: Server,
    console: RefCell<Vec<ConsoleEntry>>,
    requests: RefCell<Vec<String>>,
}

impl Page {
    /// Starts server and browser, without opening the page: for what has to be arranged before.
    ///
    /// # Errors
    /// When there is no bundle or no browser.
    pub async fn new(bundle: &Bundle) -> Result<Self> {
        let server = bundle.serve()?;
        let browser = Browser::start().await?;
        let page = Self { browser, server, console: RefCell::default(), requests: RefCell::default() };
        page.run_before_loading(COUNT_CHANGES).await?;
        Ok(page)
    }

    /// The driver's own interface, for what has no method here.
    ///
    /// # Errors
    /// When the browser has ended.
    pub fn client(&self) -> Result<&Client> {
        self.browser.client()
    }

    /// The address of the page, without a fragment.
    pub fn url(&self) -> String {
        self.server.url()
    }

    /// Opens the page with something after its address: nothing, a `?query` or a `#fragment`.
    ///
    /// As in any browser, another fragment alone does not load the page again; [`Self::reload`] does.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn open(&self, after: &str) -> Result<()> {
        Ok(self.client()?.goto(&format!("{}{after}", self.url())).await?)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// When the browser cannot load it.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.client()?.refresh().await?)
    }

    /// The address in the browser's bar, with its fragment.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn address(&self) -> Result<String> {
        Ok(self.client()?.current_url().await?.into())
    }

    /// Begins to watch how much memory the tab takes.
    ///
    /// # Errors
    /// When it is not known which process the browser is.
    pub fn watch_memory(&self) -> Result<MemoryWatch> {
        Ok(MemoryWatch::start(self.browser.process()?))
    }

    /// Waits for an element.
    ///
    /// # Errors
    /// When it does not come.
    pub async fn wait_for(&self, css: &str) -> Result<Element> {
        let wait = self.client()?.wait().at_most(PATIENCE).every(GLANCE);
        wait.for_element(Locator::Css(css)).await.with_context(|| format!("waited for `{css}`"))
    }

    /// Waits until some element that matches holds this text.
    ///
    /// # Errors
    /// When it does not come, with what is there instead.
    pub async fn wait_for_text(&self, css: &str, text: &str) -> Result<()> {
        let holds =
            "return [...document.querySelectorAll(arguments[0])].some(it => it.textContent.includes(arguments[1]))";
        if self.becomes_true(holds, &[json!(css), json!(text)], PATIENCE).await? {
            return Ok(());
        }
        let all = "return [...document.querySelectorAll(arguments[0])].map(it => it.textContent)";
        let there = self.execute(all, &[json!(css)]).await?;
        bail!("waited for `{text}` in `{css}`; there is {there}")
    }

    /// Waits until an expression of JavaScript is true.
    ///
    /// # Errors
    /// When it does not become true.
    pub async fn wait_until(&self, expression: &str) -> Result<()> {
        let became = self.becomes_true(&format!("return Boolean({expression})"), &[], PATIENCE).await?;
        ensure!(became, "waited for `{expression}`");
        Ok(())
    }

    /// Asks a script again and again whether it is true by now.
    pub(crate) async fn becomes_true(&self, script: &str, arguments: &[Value], patience: Duration) -> Result<bool> {
        let begin = Instant::now();
        while begin.elapsed() < patience {
            if self.execute(script, arguments).await? == json!(true) {
                return Ok(true);
            }
            tokio::time::sleep(GLANCE).await;
        }
        Ok(false)
    }

    /// The text of the first element that matches, once there is one, as it is shown.
    ///
    /// # Errors
    /// When there is none.
    pub async fn text(&self, css: &str) -> Result<String> {
        Ok(self.wait_for(css).await?.text().await?)
    }

    /// Clicks on an element, once there is one.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn click(&self, css: &str) -> Result<()> {
        self.wait_for(css).await?.click().await.with_context(|| format!("clicked on `{css}`"))
    }

    /// Replaces what is in a field, as a person would: select all, then type.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn fill(&self, css: &str, text: &str) -> Result<()> {
        let field = self.wait_for(css).await?;
        field.click().await.with_context(|| format!("clicked on `{css}`"))?;
        let select_all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
        let text = if text.is_empty() { char::from(Key::Delete).to_string() } else { text.to_owned() };
        field.send_keys(&format!("{select_all}{text}")).await.with_context(|| format!("typed into `{css}`"))
    }

    /// Chooses from a list as the keyboard does, since headless browsers show no list.
    ///
    /// # Errors
    /// When there is no such list, or no such choice in it.
    pub async fn choose(&self, css: &str, value: &str) -> Result<()> {
        let option = self.wait_for(&format!("{css} option[value={value}]")).await?;
        option.click().await.with_context(|| format!("chose `{value}` in `{css}`"))
    }

    /// Presses a key, wherever the focus is: `Key::Tab.into()`, `' '`.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn press(&self, key: char) -> Result<()> {
        let keys = KeyActions::new("keyboard".to_owned());
        let keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        Ok(self.client()?.perform_actions(keys).await?)
    }

    /// Presses a key while another is held, such as Shift and Tab.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn press_with(&self, held: char, key: char) -> Result<()> {
        let keys = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value: held });
        let keys = keys.then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        Ok(self.client()?.perform_actions(keys.then(KeyAction::Up { value: held })).await?)
    }

    /// Runs a body of JavaScript with `arguments` and gives what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn execute(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        Ok(self.client()?.execute(script, arguments.to_vec()).await?)
    }

    /// As [`Self::execute`], but the script answers by calling its last argument.
    ///
    /// # Errors
    /// When it throws or does not answer.
    pub async fn execute_async(&self, script: &str, arguments: &[Value]) -> Result<Value> {
        Ok(self.client()?.execute_async(script, arguments.to_vec()).await?)
    }

    /// How long [`Self::execute_async`] waits for an answer; half a minute unless told.
    ///
    /// # Errors
    /// When the browser does not take it.
    pub async fn wait_for_scripts_at_most(&self, patience: Duration) -> Result<()> {
        Ok(self.client()?.update_timeouts(TimeoutConfiguration::new(Some(patience), None, None)).await?)
    }

    /// A command of the Chrome `DevTools` protocol, such as `Network.setBlockedURLs`.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        let outcome = self.client()?.issue_cmd(DriverCommand::devtools(command, &parameters)).await;
        outcome.with_context(|| command.to_owned())
    }

    /// Gives the page exactly this size, also one that a window could not have, as a phone does.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn set_size(&self, width: u32, height: u32) -> Result<()> {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await.map(drop)
    }

    /// Pretends that the visitor prefers something, such as `prefers-color-scheme: dark`.
    ///
    /// # Errors
    /// When the browser refuses it.
    pub async fn prefer(&self, feature: &str, value: &str) -> Result<()> {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", features).await.map(drop)
    }

    /// Saves what is shown as `target/e2e/<name>.png`.
    ///
    /// # Errors
    /// When there is nothing to see or no place to save it.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let picture = self.client()?.screenshot().await?;
        let folder = workspace::artifacts();
        std::fs::create_dir_all(&folder)?;
        let path = folder.join(name).with_extension("png");
        std::fs::write(&path, picture).with_context(|| format!("could not save {}", path.display()))?;
        Ok(path)
    }

    /// Everything the console has said so far.
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn console(&self) -> Result<Vec<ConsoleEntry>> {
        let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let news = self.log("browser").await?;
        let entries = news.iter().map(|it| ConsoleEntry { level: text(it, "level"), message: text(it, "message") });
        self.console.borrow_mut().extend(entries);
        Ok(self.console.borrow().clone())
    }

    /// That the console has said nothing at all.
    ///
    /// # Errors
    /// When it has, with what it said.
    pub async fn expect_quiet_console(&self) -> Result<()> {
        let console = self.console().await?;
        ensure!(console.is_empty(), "the console is not empty: {console:#?}");
        Ok(())
    }

    /// The addresses of everything the page has asked for so far, as the browser tells it. What workers ask for shows
    /// in [`Self::server_requests`].
    ///
    /// # Errors
    /// When the browser does not answer.
    pub async fn requests(&self) -> Result<Vec<String>> {
        for entry in self.log("performance").await? {
            let event: Value = serde_json::from_str(entry["message"].as_str().unwrap_or_default())?;
            let event = &event["message"];
            let parameters = &event["params"];
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            // What the browser's own first page asks for is not ours, nor what stands in frames of it.
            let document = text(&parameters["documentURL"]);
            let ours = !["chrome:", "chrome-untrusted:"].iter().any(|scheme| document.starts_with(scheme));
            if event["method"] == "Network.requestWillBeSent" && ours {
                self.requests.borrow_mut().push(text(&parameters["request"]["url"]));
            }
        }
        Ok(self.requests.borrow().clone())
    }

    /// That nothing was asked for outside the page's own folder.
    ///
    /// # Errors
    /// When something was, with its address.
    pub async fn expect_own_requests_only(&self) -> Result<()> {
        let home = self.url();
        let requests = self.requests().await?;
        ensure!(!requests.is_empty(), "the browser told of no request");
        let strangers: Vec<_> =
            requests.iter().filter(|url| !url.starts_with(&home) && !url.starts_with("data:")).collect();
        ensure!(strangers.is_empty(), "asked for {strangers:?}");
        Ok(())
    }

    /// The targets of all requests that our server has seen, workers' and the icon's among them.
    pub fn server_requests(&self) -> Vec<String> {
        self.server.requests()
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        match self.client()?.issue_cmd(DriverCommand::log(kind)).await? {
            Value::Array(entries) => Ok(entries),
            other => bail!("no log but {other}"),
        }
    }
}
