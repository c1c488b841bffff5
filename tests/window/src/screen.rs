//! The page in the window, as a person sees it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use tokio::time::{sleep, timeout};

use crate::{Desktop, Outcome};

/// No step of a person takes longer than this here.
const PATIENCE: Duration = Duration::from_secs(30);

/// The passphrase of the sample register; it is no secret.
pub const OF_SAMPLE: &str = "so mau ha noi 2016";

/// The open window.
pub struct Screen {
    client: Client,
    out: PathBuf,
}

impl Screen {
    /// Opens the program on a register. Screenshots go to a folder.
    pub async fn open(desktop: &Desktop, program: &Path, register: &Path, out: &Path) -> Outcome<Self> {
        let capabilities = json!({ "webkitgtk:browserOptions": {
            "binary": program, "args": [register.display().to_string()]
        } });
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(capabilities);
        let driver = desktop.driver();
        let client = timeout(Duration::from_secs(60), connecting.connect(&driver)).await??;
        Ok(Self { client, out: out.to_owned() })
    }

    /// Waits for an element by its test id.
    pub async fn find(&self, id: &str) -> Outcome<Element> {
        let selector = format!("[data-testid=\"{id}\"]");
        let found = timeout(PATIENCE, self.client.wait().forever().for_element(Locator::Css(&selector))).await;
        match found {
            Ok(found) => Ok(found?),
            Err(_) => {
                self.shoot("lỗi").await?;
                Err(format!("nothing has the test id {id}; see lỗi.png").into())
            }
        }
    }

    /// Clicks an element.
    pub async fn click(&self, id: &str) -> Outcome {
        self.find(id).await?.click().await?;
        Ok(())
    }

    /// Types into a field, in place of what it held.
    pub async fn fill(&self, id: &str, text: &str) -> Outcome {
        let field = self.find(id).await?;
        let mut said = String::new();
        // A list of proposals that opens while one types can swallow a key, on a busy machine more so: a person sees
        // that, and types again.
        for _ in 0..4 {
            field.clear().await?;
            field.send_keys(text).await?;
            // The keys are on their way still when the driver answers: what comes next must not overtake the last one.
            let waited = Instant::now();
            while waited.elapsed() < PATIENCE / 4 {
                said = field.prop("value").await?.unwrap_or_default();
                if said == text {
                    return Ok(());
                }
                sleep(Duration::from_millis(20)).await;
            }
        }
        self.shoot("lỗi").await?;
        Err(format!("{id} holds {said:?}, not {text:?} as typed; see lỗi.png").into())
    }

    /// Clicks the first element of a part of the page. While the page moves it cannot be hit: a person waits, too.
    pub async fn click_first(&self, part: &str, selector: &str) -> Outcome {
        let within = format!("[data-testid=\"{part}\"] {selector}");
        let waited = Instant::now();
        loop {
            let found = timeout(PATIENCE, self.client.wait().forever().for_element(Locator::Css(&within))).await;
            let Ok(found) = found else {
                self.shoot("lỗi").await?;
                return Err(format!("{part} has no {selector}; see lỗi.png").into());
            };
            match found?.click().await {
                Ok(()) => return Ok(()),
                Err(error) if waited.elapsed() > PATIENCE / 2 => {
                    self.shoot("lỗi").await?;
                    return Err(format!("{part}, {selector}: {error}; see lỗi.png").into());
                }
                Err(_) => sleep(Duration::from_millis(200)).await,
            }
        }
    }

    /// Opens the first committee of the list.
    pub async fn open_first_committee(&self) -> Outcome {
        self.click_first("committees", "tbody button").await
    }

    /// Answers the question for the passphrase, which came up before what was asked for goes on.
    pub async fn unlock_sample(&self) -> Outcome {
        self.says("unlock-dialog", OF_SAMPLE).await?;
        self.fill("passphrase", OF_SAMPLE).await?;
        self.click("unlock-go").await
    }

    /// Chooses the third seat of the chart: in the founding case, the post whose holder nobody knows.
    pub async fn choose_third_seat(&self) -> Outcome {
        self.find("chart").await?;
        let seats = Locator::Css("[data-testid^=\"seat-\"]");
        for _ in 0..100 {
            if let Some(third) = self.client.find_all(seats).await?.into_iter().nth(2) {
                third.click().await?;
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        Err("the chart has no third seat".into())
    }

    /// Waits until an element holds some words, drawn in letters or only read out.
    pub async fn holds(&self, id: &str, words: &str) -> Outcome {
        let mut found = String::new();
        for _ in 0..100 {
            found = self.find(id).await?.prop("textContent").await?.unwrap_or_default();
            if found.contains(words) {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        Err(format!("{id} holds {found:?}, not {words:?}").into())
    }

    /// Waits until an element's text contains some words.
    pub async fn says(&self, id: &str, words: &str) -> Outcome {
        let mut found = String::new();
        for _ in 0..150 {
            // An element that was just redrawn is looked up again.
            found = self.find(id).await?.text().await.unwrap_or_default();
            if found.contains(words) {
                return Ok(());
            }
            sleep(Duration::from_millis(200)).await;
        }
        self.shoot("lỗi").await?;
        Err(format!("{id} says {found:?}, not {words:?}; see lỗi.png").into())
    }

    /// Waits until nothing is found by a selector.
    pub async fn gone(&self, selector: &str) -> Outcome {
        for _ in 0..150 {
            if self.client.find_all(Locator::Css(selector)).await?.is_empty() {
                return Ok(());
            }
            sleep(Duration::from_millis(100)).await;
        }
        self.shoot("lỗi").await?;
        Err(format!("{selector} is still there; see lỗi.png").into())
    }

    /// Types a date into the date control.
    pub async fn set_date(&self, date: &str) -> Outcome {
        let input = self.find("date-input").await?;
        input.click().await?;
        // The control may have turned into a field.
        let input = self.find("date-input").await?;
        input.clear().await.ok();
        input.send_keys(date).await?;
        input.send_keys(&char::from(Key::Enter).to_string()).await?;
        Ok(())
    }

    /// Keeps a picture of the window.
    pub async fn shoot(&self, name: &str) -> Outcome {
        sleep(Duration::from_millis(500)).await;
        let picture = timeout(PATIENCE, self.client.screenshot()).await??;
        std::fs::write(self.out.join(format!("{name}.png")), picture)?;
        Ok(())
    }

    /// Begins to count what a person does: every press of a button of the mouse, and of a key.
    pub async fn count(&self) -> Outcome {
        let counting = "window.acts = 0; \
            if (!window.counting) { \
                window.counting = true; \
                addEventListener('pointerdown', () => (window.acts += 1), true); \
                addEventListener('keydown', (event) => (window.acts += event.repeat ? 0 : 1), true); \
            }";
        self.client.execute(counting, Vec::new()).await?;
        Ok(())
    }

    /// How much was done since.
    pub async fn acts(&self) -> Outcome<u64> {
        let acts = self.client.execute("return window.acts", Vec::new()).await?;
        acts.as_u64().ok_or_else(|| format!("no count of acts: {acts}").into())
    }

    /// Selects words of the paper with the mouse: from the first letter of a block to its last.
    pub async fn select_block(&self, words: &str) -> Outcome {
        // The window's own question for where the letters stand; the selecting itself is done by the mouse.
        let place = "const [words] = arguments; \
            const block = [...document.querySelectorAll('[data-block]')].find((p) => p.textContent.includes(words)); \
            block.scrollIntoView({ block: 'center' }); \
            const range = document.createRange(); range.selectNodeContents(block); \
            const boxes = [...range.getClientRects()]; const [first, last] = [boxes[0], boxes.at(-1)]; \
            return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2]";
        let found = self.client.execute(place, vec![json!(words)]).await?;
        let at = |n: usize| found[n].as_f64().unwrap_or_default();
        let still = Some(Duration::from_millis(80));
        let mouse = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration: still, x: at(0), y: at(1) })
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::MoveTo { duration: still, x: at(2), y: at(3) })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client.perform_actions(mouse).await?;
        Ok(())
    }

    /// Presses Ctrl and Enter in whatever has the keyboard.
    pub async fn press_record(&self) -> Outcome {
        let control = char::from(Key::Control);
        let keys = KeyActions::new("keys".to_owned())
            .then(KeyAction::Down { value: control })
            .then(KeyAction::Down { value: char::from(Key::Enter) })
            .then(KeyAction::Up { value: char::from(Key::Enter) })
            .then(KeyAction::Up { value: control });
        self.client.perform_actions(keys).await?;
        Ok(())
    }

    /// Types into a part of the page found by a selector, in place of what it held.
    pub async fn type_into(&self, selector: &str, text: &str) -> Outcome {
        let found = timeout(PATIENCE, self.client.wait().forever().for_element(Locator::Css(selector))).await;
        let Ok(found) = found else {
            self.shoot("lỗi").await?;
            return Err(format!("nothing is {selector}; see lỗi.png").into());
        };
        let field = found?;
        // What is out of sight in a list that scrolls is not laid out, and would not be cleared.
        let shown = "arguments[0].scrollIntoView({ block: 'center' })";
        self.client.execute(shown, vec![serde_json::to_value(&field)?]).await?;
        sleep(Duration::from_millis(100)).await;
        field.clear().await.ok();
        field.send_keys(text).await?;
        Ok(())
    }

    /// The value of a field found by a selector.
    pub async fn value_of(&self, selector: &str) -> Outcome<String> {
        let found = timeout(PATIENCE, self.client.wait().forever().for_element(Locator::Css(selector))).await;
        let Ok(found) = found else { return Err(format!("nothing is {selector}").into()) };
        Ok(found?.prop("value").await?.unwrap_or_default())
    }

    /// Chooses in a field found by a selector.
    pub async fn choose(&self, selector: &str, value: &str) -> Outcome {
        let found = self.client.wait().forever().for_element(Locator::Css(selector));
        timeout(PATIENCE, found).await??.select_by_value(value).await?;
        Ok(())
    }

    /// Scrolls through the members and types into one of them, and answers how the frames came: for each of the two the
    /// median and the longest gap in milliseconds, and how many were longer than two frames; and how long it took from
    /// a key until the list below showed it.
    pub async fn frames(&self) -> Outcome<serde_json::Value> {
        let script = "const done = arguments[0]; (async () => { \
            const wait = (ms) => new Promise((r) => setTimeout(r, ms)); \
            const frame = () => new Promise((r) => requestAnimationFrame(r)); \
            let gaps = [], last = 0, going = true; \
            const tick = (at) => { if (last) gaps.push(at - last); last = at; if (going) requestAnimationFrame(tick); }; \
            requestAnimationFrame(tick); \
            const summed = () => { const g = gaps.sort((a, b) => a - b); gaps = []; \
                return { frames: g.length, median: g[g.length >> 1], longest: g.at(-1), late: g.filter((x) => x > 34).length }; }; \
            const pane = document.querySelector('section.fields'); \
            for (let y = 0; y < 8000; y += 50) { pane.scrollTop = y; await frame(); } \
            const scrolled = summed(); \
            const box = document.querySelector('[data-field=\"members.150\"] [data-part=\"name\"]'); \
            box.focus(); await wait(300); gaps = []; \
            const below = document.querySelector('[data-testid=\"outcome\"]'); const shown = []; \
            for (let i = 0; i < 20; i += 1) { \
                const words = 'Người thứ ' + i; const begun = performance.now(); \
                box.value = words; box.dispatchEvent(new Event('input', { bubbles: true })); \
                while (!below.textContent.includes(words)) await wait(1); \
                await frame(); shown.push(performance.now() - begun); await wait(150); } \
            const edited = summed(); going = false; shown.sort((a, b) => a - b); \
            done({ scrolled, edited, shown: { median: shown[10], longest: shown.at(-1) } }); })();";
        Ok(timeout(4 * PATIENCE, self.client.execute_async(script, Vec::new())).await??)
    }

    /// Closes the window.
    pub async fn close(self) -> Outcome {
        self.client.close().await?;
        Ok(())
    }
}
