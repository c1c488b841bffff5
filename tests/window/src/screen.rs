//! The page in the window, as a person sees it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

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
const OF_SAMPLE: &str = "so mau ha noi 2016";

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

    /// Clicks the first element of a part of the page.
    pub async fn click_first(&self, part: &str, selector: &str) -> Outcome {
        let within = format!("[data-testid=\"{part}\"] {selector}");
        let found = timeout(PATIENCE, self.client.wait().forever().for_element(Locator::Css(&within))).await;
        match found {
            Ok(found) => found?.click().await?,
            Err(_) => {
                self.shoot("lỗi").await?;
                return Err(format!("{part} has no {selector}; see lỗi.png").into());
            }
        }
        Ok(())
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
        let seats = Locator::Css("[data-testid^=\"seat-\"] rect");
        let third = self.client.find_all(seats).await?.into_iter().nth(2).ok_or("the chart has no third seat")?;
        third.click().await?;
        Ok(())
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

    /// Closes the window.
    pub async fn close(self) -> Outcome {
        self.client.close().await?;
        Ok(())
    }
}
