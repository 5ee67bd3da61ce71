//! The suite's tools, as its `list` describes them.

use std::time::Duration;

use rmcp::{
    RoleServer, ServerHandler,
    handler::server::router::tool::ToolRouter,
    model::{CallToolResult, ContentBlock, ProgressNotificationParam, ResourceContents},
    service::RequestContext,
    tool, tool_handler, tool_router,
};

/// All of them: each needs a policy, since none has arguments to declare it on.
pub(crate) const NAMES: [&str; 7] = [
    "test_simple_text",
    "test_image_content",
    "test_audio_content",
    "test_embedded_resource",
    "test_multiple_content_types",
    "test_error_handling",
    "test_tool_with_progress",
];

/// One red pixel.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";
/// No sound, as the header of an empty WAV file.
const WAV: &str = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

#[derive(Clone)]
pub(crate) struct Tools {
    router: ToolRouter<Self>,
}

impl Tools {
    pub(crate) fn with(router: ToolRouter<Self>) -> Self {
        Self { router }
    }
}

#[tool_router(router = router, vis = "pub(crate)")]
impl Tools {
    #[tool(description = "Simple text")]
    async fn test_simple_text(&self) -> String {
        "This is a simple text response for testing.".to_owned()
    }

    #[tool(description = "An image")]
    async fn test_image_content(&self) -> CallToolResult {
        CallToolResult::success(vec![ContentBlock::image(PNG, "image/png")])
    }

    #[tool(description = "A sound")]
    async fn test_audio_content(&self) -> CallToolResult {
        CallToolResult::success(vec![ContentBlock::audio(WAV, "audio/wav")])
    }

    #[tool(description = "An embedded resource")]
    async fn test_embedded_resource(&self) -> CallToolResult {
        CallToolResult::success(vec![ContentBlock::resource(ResourceContents::text(
            "This is an embedded resource content.",
            "test://embedded-resource",
        ))])
    }

    #[tool(description = "Several kinds of content")]
    async fn test_multiple_content_types(&self) -> CallToolResult {
        CallToolResult::success(vec![
            ContentBlock::text("Multiple content types test:"),
            ContentBlock::image(PNG, "image/png"),
            ContentBlock::resource(ResourceContents::text(
                r#"{"test":"data","value":123}"#,
                "test://mixed-content-resource",
            )),
        ])
    }

    #[tool(description = "An error")]
    async fn test_error_handling(&self) -> Result<String, String> {
        Err("This tool intentionally returns an error for testing".to_owned())
    }

    #[tool(description = "Progress")]
    async fn test_tool_with_progress(&self, context: RequestContext<RoleServer>) -> String {
        let token = context.meta.get_progress_token();
        for progress in [0.0, 50.0, 100.0] {
            if let Some(token) = token.clone() {
                let step = ProgressNotificationParam::new(token, progress).with_total(100.0);
                // A client that has gone away needs no progress.
                let _ = context.peer.notify_progress(step).await;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        "done".to_owned()
    }
}

#[tool_handler(router = self.router, name = "conformance-server")]
impl ServerHandler for Tools {}
