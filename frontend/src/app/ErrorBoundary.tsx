import { Component, type ErrorInfo, type ReactNode } from "react";
import { Button } from "@/ui/Button";
import { FullPage } from "./FullPage";
import { messages } from "./messages";

export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <FullPage title={messages.app.failedTitle} text={messages.app.failed}>
        <Button variant="primary" onClick={() => location.reload()}>
          {messages.app.reload}
        </Button>
      </FullPage>
    );
  }
}
