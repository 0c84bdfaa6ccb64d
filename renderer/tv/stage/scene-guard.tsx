// Keeps a board that fails while it is drawn from taking the wall with it.
import { Component, type ReactNode } from 'react'

interface SceneGuardProps {
  readonly onTrip: () => void
  readonly children: ReactNode
}

export class SceneGuard extends Component<SceneGuardProps, { readonly tripped: boolean }> {
  override state = { tripped: false }

  static getDerivedStateFromError() {
    return { tripped: true }
  }

  override componentDidCatch() {
    this.props.onTrip()
  }

  override render() {
    return this.state.tripped ? null : this.props.children
  }
}
